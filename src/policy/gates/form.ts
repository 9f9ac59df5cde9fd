import * as z from 'zod'
import { formOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findYear } from '../queries.ts'
import { subjectView } from '../values/commands.ts'

export const GATE_AREA_FORM = 'gate_area'

/** `seen`: mark of the areas as they stood when the form was opened. */
export const gateAreaForm = formOf({
  name: GATE_AREA_FORM,
  command: 'gate-area.keep',
  params: z.object({ year: z.int(), seen: z.string(), area: z.string().exactOptional() }),
  async spec(db, { year, area }, viewer) {
    if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-only' } }
    const open = await findYear(db, year)
    if (!open) return { refusal: { code: 'unopened-year' } }
    const present = open.policy.gateAreas.find((one) => one.key === area)
    if (area !== undefined && !present)
      return { refusal: { code: 'unknown-area' }, show: subjectView(year, 'gates') }
    return {
      title: present ? '修改一票否决的工作' : '增加一票否决的工作',
      intro: '牵头部门的报告人在名册的「角色」中设定（牵头部门，范围填工作名称）。',
      fields: [
        {
          ...{ kind: 'line', name: 'name', label: '工作', required: true, maxLength: 30 },
          ...(present && { initial: present.name }),
        },
        {
          ...{ kind: 'line', name: 'leadUnit', label: '牵头部门', required: true, maxLength: 40 },
          ...(present && { initial: present.leadUnit }),
        },
      ],
      submit: '保存',
      back: { show: 'policy-subject', with: { year, subject: 'gates' } },
    }
  },
  payload: ({ name, leadUnit }, { year, seen, area }) => ({
    ...{ year, seen, name: String(name ?? ''), leadUnit: String(leadUnit ?? '') },
    ...(area !== undefined && { area }),
  }),
})
