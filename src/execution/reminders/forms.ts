/** Forms `snooze` (until which day a reminder is put off) and `plan-deadline` (by when plans are to be sent). */
import * as z from 'zod'
import { sayDay } from '../../../cards/digest-words.ts'
import { plusDays } from '../../kernel/time.ts'
import { formOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear } from '../../policy/queries.ts'
import { shownDigest } from './commands/snooze.ts'
import { loadOwn } from './own.ts'
import { findPlanDeadline } from './queries.ts'
import { snoozeLimit } from './rules/snooze.ts'
import { sayWhat } from './say-item.ts'

export const snoozeForm = formOf({
  name: 'snooze',
  params: z.object({ matter: z.string(), ...shownDigest }),
  command: 'reminder.snooze',
  async spec(db, { matter, day, last, page }, viewer) {
    const own = await loadOwn(db, viewer)
    const item = own?.items.find((one) => one.matter.key === matter)
    if (!own || !item) return { refusal: { code: 'ended-reminder' } }
    const { open, workdays } = own
    const limit = snoozeLimit(item, { policy: open.policy.execution, today: viewer.today, workdays })
    if (limit === undefined) return { refusal: { code: 'urgent-reminder' } }
    return {
      title: '延后提醒',
      intro: `${sayWhat(item.matter)}。最晚延后至${sayDay(limit)}，到期日和逐级上报不变。`,
      fields: [
        {
          ...{ kind: 'date', name: 'until', label: '延后至', required: true },
          ...{ from: plusDays(viewer.today, 1), until: limit, initial: limit },
        },
      ],
      submit: '延后提醒',
      back: { show: 'digest', with: { day, last, page } },
    }
  },
  payload: (values, { matter, day, last, page }) => ({
    ...{ matter, day, last, page },
    until: typeof values.until === 'string' ? values.until : '',
  }),
})

export const deadlineForm = formOf({
  name: 'plan-deadline',
  params: z.object({ year: z.int() }),
  command: 'plan-deadline.set',
  async spec(db, { year }, viewer) {
    const [actor, open, due] = await Promise.all([
      getActor(db, viewer),
      findYear(db, year),
      findPlanDeadline(db, year),
    ])
    if (!holds(actor, 'office')) return { refusal: { code: 'office-sets-deadline' } }
    if (open?.phase !== 'setting') return { refusal: { code: 'ended-setting-phase' } }
    return {
      title: `${year}年度目标订立期限`,
      intro: '期限只用于提醒：到期前和逾期后提醒尚未填报、报送、审核、审定的人，不影响办理。',
      fields: [
        {
          ...{ kind: 'date', name: 'dueOn', label: '期限', required: true, from: viewer.today },
          ...(due === undefined ? {} : { initial: due }),
        },
      ],
      submit: '设置期限',
      back: { show: 'plan-deadline', with: { year } },
    }
  },
  payload: (values, { year }) => ({ year, dueOn: typeof values.dueOn === 'string' ? values.dueOn : '' }),
})
