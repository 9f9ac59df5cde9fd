import { type Button, buttons, type Card, line, note } from './kit.ts'

export interface RolesEndingFacts {
  /** 2026年6月30日 */
  readonly day: string
  /** Working days left, 0 on the last day. */
  readonly left: number
  /** The viewer's own are said to the viewer. */
  readonly own: readonly string[]
  /** For the office: each with what ends and who follows. */
  readonly items: readonly {
    readonly text: string
    readonly hint: string
    readonly buttons: readonly Button[]
  }[]
  /** Beyond those shown. */
  readonly more: number
}

/** Roles that run out on one day, for those who hold them and for the office. */
export function rolesEndingCard({ day, left, own, items, more }: RolesEndingFacts): Card {
  const when = left === 0 ? `今天（${day}）到期` : `${day}到期，还有 ${left} 个工作日`
  const count = Math.max(own.length, items.length + more)
  return {
    title: '角色即将到期',
    status: { text: left === 0 ? '今天到期' : '即将到期', tone: 'orange' },
    summary: count === 0 ? '没有到期的角色' : `${count} 个角色${when}`,
    elements: [
      ...(count === 0 ? [line(`${day}没有到期的角色，可能已经延长或移交。`)] : []),
      ...own.map((text) => line(`您的「${text}」${when}。到期后不再有权办理；要继续担任请联系办公室。`)),
      ...items.flatMap((one) => [
        line(`${one.text}，${when}`),
        ...(one.hint === '' ? [] : [line(one.hint, 'orange')]),
        ...(one.buttons.length === 0 ? [] : [buttons(...one.buttons)]),
      ]),
      ...(more > 0 ? [note(`另有 ${more} 个，请发送「角色」查看。`)] : []),
    ],
  }
}
