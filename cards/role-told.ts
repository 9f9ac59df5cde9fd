import { type Button, buttons, type Card, line, note } from './kit.ts'

export interface RoleToldFacts {
  readonly why: 'given' | 'ended'
  /** 药学院 联络员 */
  readonly role: string
  /** 2026年3月1日起, 至2026年6月30日 */
  readonly when: string
  /** What it brings, or who is asked. */
  readonly hint: string
  readonly buttons: readonly Button[]
}

/** Somebody has a role now, or has it no more. */
export function roleToldCard({ why, role, when, hint, buttons: list }: RoleToldFacts): Card {
  const given = why === 'given'
  const title = given ? '您有新的角色' : '您的角色将结束'
  return {
    title,
    status: given ? { text: '已授予', tone: 'green' } : { text: '结束', tone: 'muted' },
    summary: `${title}：${role}，${when}`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '角色', value: role },
          { label: '期限', value: when },
        ],
      },
      line(hint),
      note('如有不符，请联系领导小组办公室（人事处）。'),
      ...(list.length === 0 ? [] : [buttons(...list)]),
    ],
  }
}
