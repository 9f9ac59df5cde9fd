/** Whatever people type is answered once and harms nobody; what they typed never becomes markup. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SPECIAL_GOAL } from '../world/goals.ts'
import { type World, world } from '../world/people.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

const MARKUP =
  "**粗体** [链接](https://evil.example) <at id=all></at> <font color='red'>红</font> :OK: ![图](img_v2) `代码`"

const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['markdown, mentions and links', MARKUP],
  ['ten thousand characters', '目标'.repeat(5000)],
  ['ten thousand emoji', '😀👨‍👩‍👧‍👦'.repeat(1000)],
  ['half an emoji', '\ud83d 目标'],
  ['nothing but spaces and invisible marks', ' \u200b\u200f\u3000\n\t'],
  ['SQL', "'; DROP TABLE journal; --"],
  ['JSON of a card', '{"schema":"2.0","body":{"elements":[]}}'],
  ['right-to-left marks', '\u202e帮助\u202c'],
  ['the null character', '帮\u0000助'],
  ['a name of all objects', '__proto__'],
]

describe('a message', () => {
  it.each(TEXTS)('of %s is answered once, with something to do next', async (_, text) => {
    const contact = w.person('药学院 联络员')
    const before = contact.messages().length
    await contact.says(text)
    expect(contact.messages()).toHaveLength(before + 1)
    expect(contact.messages().at(-1)?.text).toMatch(/[\u4e00-\u9fff]/)
  })

  it('with markup comes back as the words that were typed, escaped in the card', async () => {
    const contact = w.person('药学院 联络员')
    await contact.says('**粗体** <at id=all></at>')
    contact.sees('**粗体** <at id=all></at>')
    expect(markdownOf(contact.openId)).not.toMatch(/<at|\]\(/)
  })
})

describe('a goal named in markup', () => {
  it('is shown to the leader in charge as it was typed', async () => {
    const contact = w.person('药学院 联络员')
    await contact.says('填报目标')
    await contact.taps('填报专项目标')
    const name = '**建成** <at id=all></at> [中心](https://evil.example) @所有人'
    await contact.taps('保存目标', { ...SPECIAL_GOAL, 目标名称: name, 目标内容: MARKUP })
    const head = w.person('药学院 负责人')
    await head.says('报送')
    await head.taps('报送')
    const leader = w.person('分管教学副校长')
    leader.sees(name, MARKUP)
    expect(markdownOf(leader.openId)).not.toMatch(/<at|\]\(|!\[/)
  })
})

/** Everything in the last card that a client reads as markdown. */
function markdownOf(openId: string): string {
  const card = w.campus.chat
    .messages(openId)
    .findLast(({ from, type }) => from === 'bot' && type === 'interactive')
  const found: string[] = []
  JSON.parse(card?.content ?? '{}', (_, node) => {
    if (node?.tag === 'markdown' || node?.tag === 'lark_md') found.push(node.content)
    return node
  })
  return found.join('\n')
}
