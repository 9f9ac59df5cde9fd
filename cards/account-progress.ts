import { ACCOUNT_STATUSES, type AccountStatus } from './account-words.ts'
import { type Button, buttons, type Card, type Element, line, note, type TableCell } from './kit.ts'

export interface AccountProgressFacts {
  readonly year: number
  /** `3月2日`: when the phase began; '' before. */
  readonly since: string
  readonly days: number
  /** Of all, on every page. */
  readonly total: number
  readonly late: number
  readonly units: readonly {
    readonly name: string
    readonly status: AccountStatus
    /** `3/6`, or when it was signed. */
    readonly how: string
    /** The group deliberates already. */
    readonly missed: boolean
  }[]
  readonly turns: readonly Button[]
}

/** Which units have signed their accounts, those that are late first. */
export function accountProgressCard(facts: AccountProgressFacts): Card {
  const { year, since, days, total, late, turns } = facts
  const waited = since === '' ? '' : `考核阶段自${since}开始${days === 0 ? '' : `，已${days}天`}。`
  return {
    title: '年度自评进度',
    subtitle: `${year}年度`,
    status: late === 0 ? { text: '已交齐', tone: 'green' } : { text: `${late}个未提交`, tone: 'orange' },
    summary: late === 0 ? `${total}个单位的自评都已提交` : `${late}个单位还没有提交自评`,
    elements: [
      line(`${waited}${total}个单位，${total - late}个已提交，${late}个未提交。`),
      ...(facts.units.length === 0 ? [note('没有需要自评的单位。')] : [unitTable(facts.units)]),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      note('未提交自评的单位也可以打分，评分表上会标明；合议开启后不能再补交。'),
    ],
  }
}

function unitTable(units: AccountProgressFacts['units']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'unit', label: '单位', kind: 'text' },
      { name: 'status', label: '自评', kind: 'status', width: '90px' },
      { name: 'how', label: '进度', kind: 'text', width: '110px' },
    ],
    rows: units.map(({ name, status, how, missed }) => ({
      unit: name,
      status: missed && status !== 'signed' ? MISSED : ACCOUNT_STATUSES[status],
      how,
    })),
  }
}

const MISSED: TableCell = { text: '逾期未交', tone: 'red' }
