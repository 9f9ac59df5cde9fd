import type { Tone } from './kit.ts'

export type HelpStatus = 'open' | 'answered' | 'solved'

export function helpStatus(
  status: HelpStatus,
  overdue: boolean,
): { readonly text: string; readonly tone: Tone } {
  switch (status) {
    case 'open':
      return overdue ? { text: '逾期未答复', tone: 'red' } : { text: '待答复', tone: 'orange' }
    case 'answered':
      return { text: '已答复', tone: 'green' }
    case 'solved':
      return { text: '已解决', tone: 'green' }
  }
}
