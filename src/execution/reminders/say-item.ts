/** An item of a digest in words, with what the person can do about it. */
import { sayDue, sayStep, shorten } from '../../../cards/digest-words.ts'
import type { Action, Button } from '../../../cards/kit.ts'
import { sayTask } from '../../../cards/planning-overview-words.ts'
import type { Year } from '../../kernel/ids.ts'
import { daysBetween, type LocalDate } from '../../kernel/time.ts'
import type { Item } from './rules/digest.ts'
import { isStanding, type Matter } from './rules/matter.ts'

const MOST = 40

/** `目标3 建设精品教材` */
export function sayWhat(matter: Matter): string {
  switch (matter.kind) {
    case 'goal':
    case 'silence':
      return `目标${matter.number} ${shorten(matter.title, MOST)}`
    case 'task':
      return `任务${matter.task} ${shorten(matter.title, MOST)}（目标${matter.number}）`
    case 'help':
      return `求助（目标${matter.number}）：${shorten(matter.words, MOST)}`
    case 'rectification': {
      const place = matter.goalNumber === null ? '' : `（目标${matter.goalNumber}）`
      return `整改${place}：${shorten(matter.fact, MOST)}`
    }
    case 'plan':
      return `订立目标：${sayTask(matter)}`
    case 'petition':
      return `反映问题 ${matter.count} 件`
  }
}

/** `已逾期5天（应于7月1日前完成）`; of what has no day of its own, for how long. */
export function sayWhen(matter: Matter, today: LocalDate, silentDays: number): string {
  const days = daysBetween(today, matter.dueOn)
  switch (matter.kind) {
    case 'silence': {
      const silent = silentDays - 1 - days
      return matter.ever ? `已${silent}天没有报送进展` : `开始${silent}天来没有报送过进展`
    }
    case 'petition':
      return `等领导小组办理，最早的已等${daysBetween(matter.since, today)}天`
    case 'goal':
    case 'task':
    case 'help':
    case 'rectification':
    case 'plan':
      return sayDue(days, matter.dueOn)
  }
}

/** To whom it went up and when: for those above, and for whoever was passed over. */
export function saySteps({ matter, rung, steps }: Item): string[] {
  if (isStanding(matter) && steps.length < 2) return []
  return steps
    .map(({ level, people, on }) => sayStep({ level, names: people.map((one) => one.name), on }))
    .slice(rung === 0 ? 1 : 0)
}

/** What a tap does first. */
export function actOn({ matter, rung, steps }: Item, year: Year): Button {
  const button = (text: string, action: Action): Button => ({ text, action, style: 'primary' })
  const does = rung === 0 || steps[rung]?.level === 'head'
  switch (matter.kind) {
    case 'goal':
    case 'silence': {
      const { goal, number, unit } = matter
      return does
        ? button('报送进展', { send: 'progress-understood', with: { text: String(number), unit } })
        : button('查看进展', { send: 'progress-history', with: { goal } })
    }
    case 'task':
      return button(rung === 0 ? '办理任务' : '查看任务', {
        send: 'task',
        with: { goal: matter.goal, task: matter.task },
      })
    case 'help':
      return button(rung === 0 ? '去答复' : '查看求助', {
        send: 'help-request',
        with: { goal: matter.goal, number: matter.request },
      })
    case 'rectification':
      return button(does ? '答复整改' : '查看整改', { send: 'finding', with: { finding: matter.finding } })
    case 'plan':
      return rung === 0
        ? ofPlan(matter, year)
        : button('查看进度', { send: 'planning-overview', with: { year } })
    case 'petition':
      return button('查看', { send: 'petitions', with: {} })
  }
}

function ofPlan({ task, unit }: Extract<Matter, { kind: 'plan' }>, year: Year): Button {
  const button = (text: string, send: string): Button => ({
    ...{ text, style: 'primary' },
    action: { send, with: { year, unit } },
  })
  switch (task) {
    case 'draft':
      return button('去填报', 'draft-goal')
    case 'revise':
      return button('去修改', 'draft-goal')
    case 'send':
      return button('去报送', 'draft-goal')
    case 'review':
      return button('去审核', 'plan-review')
    case 'ratify':
      return button('去审定', 'plan-ratify')
  }
}
