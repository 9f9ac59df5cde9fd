import type { Intent } from '../../kernel/view.ts'

/** `调研 药学院`: with the unit; a sentence is left to others. */
const NAME = /^\S{1,30}$/

/** `2026-7` or `7`. */
const NUMBER = /^(?:(\d{4})-)?(\d{1,4})\s*号?$/

export const inspectionIntents: readonly Intent[] = [
  {
    words: ['督查', '检查', '督导检查', '督导'],
    help: '查看督导检查，安排调研和抽查',
    opens: (rest) => {
      if (rest === '') return { show: 'inspections', with: {} }
      const [, year, number] = NUMBER.exec(rest) ?? []
      if (number === undefined) return undefined
      return {
        show: 'inspection-asked',
        with: { year: year === undefined ? null : Number(year), number: Number(number) },
      }
    },
  },
  {
    words: ['调研', '安排调研'],
    help: '安排到单位调研，如：调研 药学院',
    opens: (rest) =>
      rest === '' || NAME.test(rest)
        ? { show: 'inspection-begin', with: { kind: 'visit', unit: rest } }
        : undefined,
  },
  {
    words: ['抽查'],
    help: '公布一次抽查，或查看抽查',
    opens: (rest) =>
      rest === '' ? { show: 'inspection-begin', with: { kind: 'check', unit: '' } } : undefined,
  },
  {
    words: ['整改', '我的整改', '整改情况'],
    help: '查看、答复和验收整改',
    opens: (rest) => (rest === '' ? { show: 'findings', with: { kind: 'rectifications' } } : undefined),
  },
  {
    words: ['督查发现', '检查发现'],
    help: '查看督查发现的做法和问题',
    opens: (rest) => (rest === '' ? { show: 'findings', with: {} } : undefined),
  },
  {
    words: ['我的检查记录', '检查记录', '督查记录'],
    help: '查看自己没有发布的检查记录',
    opens: (rest) => (rest === '' ? { show: 'finding-notes', with: {} } : undefined),
  },
]
