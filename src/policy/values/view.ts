/** The card of one subject of the policy. */
import * as z from 'zod'
import type { Button } from '../../../cards/kit.ts'
import {
  type GateAreaFacts,
  type PolicyValueFacts,
  policySubjectCard,
} from '../../../cards/policy-subject.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { listGateReporters, listGates } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import { aboutYear, askedYear, completing, shown, unopened, yearParams } from '../asked.ts'
import { GATE_AREA_FORM } from '../gates/form.ts'
import { reachedMilestones } from '../milestones.ts'
import { confirmationOf } from '../policy-view.ts'
import { milestonesSince, type OpenYear, type Since } from '../queries.ts'
import {
  frozenBy,
  type Milestones,
  POLICY_SUBJECTS,
  type PolicySubject,
  valuesIn,
} from '../rules/catalogue.ts'
import { MOST_AREAS } from '../rules/gate-areas.ts'
import { type ValueName, valuesOf } from '../rules/policy.ts'
import { editionOf } from '../rules/policy-events.ts'
import { markOfValues } from '../rules/values.ts'
import { SUBJECT_NAMES, sayValue, valueNamed } from './all.ts'
import { VALUES_FORM, valuesFormParams } from './form.ts'

export const policySubjectView = viewOf({
  name: 'policy-subject',
  params: z.object({ ...yearParams, subject: z.enum(POLICY_SUBJECTS) }),
  about: aboutYear,
  complete: completing('policy-subject'),
  async render(db, { year, subject }, viewer) {
    const open = await askedYear(db, year)
    if (!open) return unopened('年度政策')
    const [actor, reached, since] = await Promise.all([
      getActor(db, viewer),
      reachedMilestones(db, open.year),
      milestonesSince(db, open.year),
    ])
    const office = holds(actor, 'office')
    return shown(
      policySubjectCard({
        ...{ year: open.year, edition: editionOf(open), name: SUBJECT_NAMES[subject] },
        confirmed: confirmationOf(open),
        values: valuesIn(subject).map((name) => factsOf(name, open, reached, since)),
        change: office ? changeButton(open, subject, reached) : null,
        areas: subject === 'gates' ? await areasOf(db, open, office, reached, viewer) : [],
      }),
    )
  },
})

function factsOf(name: ValueName, open: OpenYear, reached: Milestones, since: Since): PolicyValueFacts {
  const { label, changes, holds: from, touches } = valueNamed(name)
  const frozen = frozenBy(name, open.phase, reached)
  return {
    ...{ label, value: sayValue(name, valuesOf(open.policy)) },
    ...{ changes: changes ?? null, holds: from, touches },
    frozen: frozen === undefined ? null : sayFrozen(frozen, since),
  }
}

const FROZEN_WORDS = {
  assessed: '已开始打分',
  deliberated: '已开启合议',
  scored: '已有单位的得分确定',
  ratified: '考核结果已经审定',
} as const

function sayFrozen(by: keyof typeof FROZEN_WORDS | 'closed', since: Since): string {
  if (by === 'closed') return '不能再改：年度已结束。'
  const at = since[by]
  return `不能再改：${FROZEN_WORDS[by]}${at === null ? '' : `（自${sayInstant(at)}起）`}。`
}

function changeButton(open: OpenYear, subject: PolicySubject, reached: Milestones): Button | null {
  if (subject === 'gates') return addButton(open, reached)
  const params = valuesFormParams(open, subject, reached)
  return (
    params && {
      text: '修改',
      style: 'primary',
      action: { show: 'form', with: { form: VALUES_FORM, params } },
    }
  )
}

const mayChangeAreas = ({ phase }: OpenYear, reached: Milestones): boolean =>
  frozenBy('gateAreas', phase, reached) === undefined

function addButton(open: OpenYear, reached: Milestones): Button | null {
  if (!mayChangeAreas(open, reached) || open.policy.gateAreas.length >= MOST_AREAS) return null
  const params = { year: open.year, seen: markOfValues(open.policy, 'gates') }
  return {
    text: '增加一项',
    style: 'primary',
    action: { show: 'form', with: { form: GATE_AREA_FORM, params } },
  }
}

async function areasOf(
  db: Database,
  open: OpenYear,
  office: boolean,
  reached: Milestones,
  { today }: Viewer,
): Promise<GateAreaFacts[]> {
  const [reporters, gates] = await Promise.all([listGateReporters(db, today), listGates(db, open.year)])
  const { gateAreas } = open.policy
  return gateAreas.map(({ key, name, leadUnit }) => {
    const reports = gates.filter((row) => row.area === key).length
    const acts = office && mayChangeAreas(open, reached)
    return {
      ...{ name, leadUnit, reports },
      reporters: reporters.filter(({ area }) => area === key).map((one) => one.name),
      buttons: acts ? areaButtons(open, { key, name }, reports === 0 && gateAreas.length > 1) : [],
    }
  })
}

function areaButtons(
  open: OpenYear,
  { key: area, name }: { readonly key: string; readonly name: string },
  ends: boolean,
): Button[] {
  const params = { year: open.year, area, seen: markOfValues(open.policy, 'gates') }
  const change: Button = {
    text: '修改',
    action: { show: 'form', with: { form: GATE_AREA_FORM, params } },
  }
  const end: Button = {
    text: '不再列入',
    style: 'danger',
    action: { do: 'gate-area.end', with: params },
    confirm: { title: '不再列入一票否决？', text: `「${name}」本年度不再由牵头部门报告；政策须重新确认。` },
  }
  return ends ? [change, end] : [change]
}
