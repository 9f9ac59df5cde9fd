/** What the people whom the story follows do in the chat, each deed in a few words. */
import type { SandboxFile } from '../../src/sandbox/model.ts'
import type { Person, World } from '../world/people.ts'
import { paceOf, REPORTER } from './realising-crowd.ts'

export const picture = (n: number): SandboxFile => ({
  name: `现场${n}.png`,
  type: 'image',
  bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, n]),
})

/** The file that the bot sent last. */
export function lastFile(w: World, { openId, name }: Person): SandboxFile {
  const message = w.campus.chat.messages(openId).findLast((one) => one.type === 'file')
  const file = message && w.campus.chat.file(JSON.parse(message.content).file_key)
  if (!file) throw new Error(`${name} got no file`)
  return file
}

/** One message with a line for each goal, saved on one tap. */
export async function reportsLines(person: Person, lines: readonly string[]): Promise<void> {
  await person.says(['进展', ...lines].join('\n'))
  await person.taps(lines.length > 1 ? '全部保存' : '保存进展')
}

const SPLIT = [1, 2, 4, 5, 6] as const

/** The reporter's goals in a round, but for the third, which follows its tasks. */
export function linesOf(round: number, but: readonly number[] = []): string[] {
  return SPLIT.filter((number) => !but.includes(number)).flatMap((number) => {
    const percent = paceOf(REPORTER, number, round)
    if (percent === undefined) return []
    // Its value was said once, so that the lights follow it.
    const value = number === 1 && round > 1 ? `，累计完成${percent / 10}项` : ''
    return [`${number} 完成${percent}%，第${round + 1}次推进${value}`]
  })
}

/** Who does how much of which task of the third goal in each round. */
const TASK_ROUNDS: readonly (readonly [who: string, task: number, percent: number])[] = [
  ...([
    ['T-JX1', 1, 20],
    ['T-JX1', 1, 50],
    ['T-JX1', 1, 80],
    ['T-JX1', 1, 100],
  ] as const),
  ...([
    ['C-JX1', 2, 30],
    ['C-JX1', 2, 60],
    ['C-JX1', 2, 100],
  ] as const),
  ...([
    ['T-JX1', 3, 40],
    ['T-JX1', 3, 70],
    ['T-JX1', 3, 100],
  ] as const),
]

export async function reportsTask(w: World, round: number): Promise<void> {
  const [who = '', task, percent] = TASK_ROUNDS[round] ?? []
  const owner = w.person(who)
  await owner.says(`任务 3.${task} 完成${percent}%，按分工推进`)
  await owner.taps('保存进展')
}

/** A round of the reporter in the chat: a message, a tap, and a task's owner. */
export async function reporterReports(w: World, round: number): Promise<void> {
  await reportsLines(w.person('C-JX1'), linesOf(round))
  await reportsTask(w, round)
}

export async function asksHelp(person: Person, words: string): Promise<void> {
  await person.says(`求助 ${words}`)
  await person.taps('发出求助')
}

export async function answersHelp(person: Person, about: string, answer: string): Promise<void> {
  await person.taps('答复', {}, about)
  await person.taps('发出答复', { 答复: answer })
}

/** A rectification that an inspector finds in a unit that was drawn, published at once. */
export async function findsRectification(
  inspector: Person,
  unit: string,
  { fact, dueOn }: { readonly fact: string; readonly dueOn: string },
): Promise<void> {
  await inspector.says('督查 1')
  await inspector.taps('记录发现')
  await inspector.taps('去记录', {}, unit)
  await inspector.taps('保存记录', {
    ...{ 关于: '全年运行', 类别: '整改', 程度: '较重', 事实: fact },
    ...{ 整改要求: '补齐台账', 整改期限: dueOn },
  })
  await inspector.taps('发布给单位', {}, fact)
}
