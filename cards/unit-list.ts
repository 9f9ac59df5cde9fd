import { type Button, buttons, type Card, note } from './kit.ts'

export interface UnitListFacts {
  /** Those of this page. */
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly state: 'listed' | 'exempt' | 'ended'
    readonly reforms: number
  }[]
  /** How many take part, are exempt, take part no more. */
  readonly counts: { readonly listed: number; readonly exempt: number; readonly ended: number }
  /** Which are shown: 参加, 已豁免, 已结束, or a kind's name. */
  readonly shown: string
  readonly filters: readonly Button[]
  readonly turns: readonly Button[]
  readonly office: boolean
}

const STATES = {
  listed: { text: '参加', tone: 'green' },
  exempt: { text: '豁免', tone: 'orange' },
  ended: { text: '已结束', tone: 'muted' },
} as const

/** All units by kind, with whether they take part and whether they have a history. */
export function unitListCard(facts: UnitListFacts): Card {
  const { units, counts, shown, filters, turns, office } = facts
  const said = `参加 ${counts.listed} 个，豁免 ${counts.exempt} 个，已结束 ${counts.ended} 个`
  return {
    title: '单位',
    subtitle: shown,
    summary: `单位：${said}`,
    elements: [
      note(said),
      {
        tag: 'table',
        columns: [
          { name: 'name', label: '单位', kind: 'text' },
          { name: 'kind', label: '类别', kind: 'text', width: '30%' },
          { name: 'state', label: '状态', kind: 'status', width: '22%' },
        ],
        pageSize: 10,
        rows: units.map(({ name, kind, state, reforms }) => ({
          name: reforms > 0 ? `${name} ◆` : name,
          kind,
          state: STATES[state],
        })),
      },
      ...(units.some(({ reforms }) => reforms > 0) ? [note('◆ 有机构变动记录')] : []),
      buttons(
        ...units.map(
          ({ id, name }): Button => ({ text: name, action: { show: 'unit', with: { unit: id } } }),
        ),
      ),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(filters.length > 0 ? [buttons(...filters)] : []),
      ...(office ? [buttons(...officeButtons)] : []),
    ],
  }
}

const opening = (text: string, form: string): Button => ({
  text,
  action: { show: 'form', with: { form, params: {} } },
})

const officeButtons: readonly Button[] = [
  { ...opening('新增单位', 'add-unit'), style: 'primary' },
  opening('合并单位', 'merge-units'),
  opening('拆分单位', 'split-unit'),
]
