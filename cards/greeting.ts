import { buttons, type Card, type Element, line, note } from './kit.ts'

export interface Doing {
  /** What to say, as on the button. */
  readonly words: string
  readonly does: string
}

export interface GreetingFacts {
  readonly name: string
  /** What the person is here for, in one sentence for each role. */
  readonly roles: readonly string[]
  readonly things: readonly Doing[]
  /** How many things wait for the person already. */
  readonly waiting: number
}

/** The first thing that a newcomer sees, once: who one is here, and three things to do (never a manual). */
export function greetingCard({ name, roles, things, waiting }: GreetingFacts): Card {
  return {
    title: '欢迎使用目标管理助手',
    summary: `${name}，您好。可以做的三件事都在这里`,
    elements: [
      line(`${name}，您好。${roles.slice(0, MOST_ROLES).join('')}`),
      line('您可以这样开始：'),
      ...things.flatMap(thing),
      ...(waiting > 0
        ? [
            line(`现在有 ${waiting} 件事等您办理。`, 'orange'),
            buttons({ text: '查看待办', style: 'primary', action: { say: '待办' } }),
          ]
        : []),
      note('这些话也可以直接输入。随时发送「帮助」查看全部，发送「办事」查看常用事项。'),
    ],
  }
}

const MOST_ROLES = 3

export const thing = ({ words, does }: Doing): Element[] => [
  line(does),
  buttons({ text: words, action: { say: words } }),
]
