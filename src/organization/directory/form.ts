/** The form in which the office says which unit a department of the platform is. */
import * as z from 'zod'
import type { FormSpec } from '../../../cards/kit.ts'
import { type FormDefinition, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { findUnit, getActor } from '../queries.ts'
import { holds } from '../rules/actor.ts'
import { listPlaces } from './queries.ts'
import type { PlaceRefusal } from './rules/department.ts'

const NO_UNIT = '无'

const params = z.object({ department: z.string().max(100), name: z.string().max(200) })

export const placeDepartmentForm: FormDefinition = formOf({
  name: 'place-department',
  params,
  command: 'directory.place',
  spec: (db, one, viewer) => specOf(db, one, viewer),
  payload: ({ unit_called: typed }, { department, name }) => {
    const unit = typeof typed === 'string' ? typed.trim() : ''
    return { department, name, unit: unit === NO_UNIT ? null : unit }
  },
})

async function specOf(
  db: Database,
  { department, name }: z.infer<typeof params>,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: PlaceRefusal }> {
  if (!holds(await getActor(db, viewer), 'office')) return { refusal: { code: 'office-directory' } }
  const kept = (await listPlaces(db)).get(department)
  const unit = kept ? await findUnit(db, kept) : undefined
  const initial = kept === null ? NO_UNIT : unit?.name
  return {
    title: '指定对应的单位',
    intro: `飞书部门「${name.slice(0, 60)}」的人员属于哪个单位？下级部门没有另外指定或同名单位的，也随之对应。`,
    fields: [
      {
        ...{ kind: 'line', name: 'unit_called', label: '单位', required: true, maxLength: 60 },
        hint: `单位名称或编号；不属于任何单位填「${NO_UNIT}」`,
        ...(initial !== undefined && { initial }),
      },
    ],
    submit: '保存',
    back: { show: 'directory', with: { part: 'departments' } },
  }
}
