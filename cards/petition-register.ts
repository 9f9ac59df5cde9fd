/** The office's register: numbers, days, states and names, never a word of what was written. */
import { type Button, type Card, line, note, type TableCell } from './kit.ts'
import { PETITION_STATUS, type PetitionStatus, turnElements } from './petition-words.ts'

export interface PetitionRegisterFacts {
  readonly total: number
  readonly rows: readonly {
    readonly number: string
    readonly day: string
    /** '' where it is hidden from the viewer, too. */
    readonly name: string
    readonly hidden: boolean
    readonly status: PetitionStatus
  }[]
  readonly turns: readonly Button[]
}

export function petitionRegisterCard({ total, rows, turns }: PetitionRegisterFacts): Card {
  return {
    title: '来信登记簿',
    summary: `来信登记簿共 ${total} 件`,
    elements:
      total === 0
        ? [line('还没有来信。')]
        : [
            line(`共 ${total} 件，新的在前。`, 'muted'),
            {
              tag: 'table',
              columns: [
                { name: 'number', label: '编号', kind: 'text', width: '92px' },
                { name: 'day', label: '日期', kind: 'text' },
                { name: 'name', label: '来信人', kind: 'text' },
                { name: 'status', label: '状态', kind: 'status' },
              ],
              rows: rows.map((row): { [column: string]: TableCell } => ({
                number: row.number,
                day: row.day,
                name: row.name === '' ? '不公开' : `${row.name}${row.hidden ? '＊' : ''}`,
                status: PETITION_STATUS[row.status],
              })),
              pageSize: 10,
            },
            ...turnElements(turns),
            note('标＊的姓名不公开，只在本登记簿上，请勿告诉任何人。办公室看不到来信内容。'),
          ],
  }
}
