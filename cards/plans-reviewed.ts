import { goalNames } from './goal-words.ts'
import { type Action, type Button, buttons, type Card, line } from './kit.ts'

export interface PlansReviewedFacts {
  readonly year: number
  readonly units: readonly ReviewedUnit[]
  readonly more: Action
}

export interface ReviewedUnit {
  readonly name: string
  readonly goals: number
  readonly why: 'exceptional' | 'changed' | 'decided' | 'closed' | 'absent' | null
  readonly numbers: readonly number[]
  readonly open: Action
}

/** What became of each unit when several were passed at once; those left out can be opened from here. */
export function plansReviewedCard({ year, units, more }: PlansReviewedFacts): Card {
  const passed = units.filter((unit) => unit.why === null)
  const left = units.filter((unit) => unit.why !== null)
  const opening = left
    .filter((unit) => unit.why !== 'absent')
    .map((unit): Button => ({ text: unit.name, action: unit.open }))
  return {
    title: `${year}年度目标批量通过`,
    status: left.length > 0 ? { text: '部分通过', tone: 'orange' } : { text: '已通过', tone: 'green' },
    summary: `已通过${passed.length}个单位，未通过${left.length}个单位`,
    elements: [
      ...passed.map((unit) => line(`${unit.name}：${unit.goals}项目标已通过`, 'green')),
      ...left.map((unit) => line(`${unit.name}：${reason(unit)}`, 'orange')),
      ...(opening.length > 0 ? [buttons(...opening)] : []),
      buttons({ text: '继续审核', action: more }),
    ],
  }
}

function reason({ why, numbers }: ReviewedUnit): string {
  switch (why) {
    case 'exceptional':
      return `${goalNames(numbers)}超出专项目标限额，请打开逐项审核`
    case 'changed':
      return '目标在您查看后有改动，请打开查看'
    case 'decided':
      return '已没有待审核的目标'
    case 'absent':
      return '已不由您分管，或已不参加本年度目标管理'
    default:
      return '现在不能审核，请打开查看'
  }
}
