import { type Button, buttons, type Card, line, note } from './kit.ts'

export interface WhoIsFacts {
  /** What was asked, as said. */
  readonly words: string
  readonly items: readonly { readonly role: string; readonly people: readonly string[] }[]
  readonly buttons: readonly Button[]
}

/** Who holds the role that was asked for. */
export function whoIsCard({ words, items, buttons: list }: WhoIsFacts): Card {
  return {
    title: `谁是 ${words}`,
    summary: items.map(({ role, people }) => `${role}：${people.join('、') || '无'}`)[0] ?? '没有找到',
    elements: [
      ...(items.length === 0
        ? [line('没有听明白。请写明单位或小组和角色，如「谁是 药学院 联络员」。')]
        : [
            {
              tag: 'fields' as const,
              items: items.map(({ role, people }) => ({
                label: role,
                value: people.join('、') || '无人担任',
              })),
            },
          ]),
      ...(list.length === 0 ? [] : [buttons(...list)]),
      note('如有不符，请联系领导小组办公室（人事处）。'),
    ],
  }
}
