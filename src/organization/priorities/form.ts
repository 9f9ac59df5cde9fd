/** The form of a priority: number and text for a new one, the text alone for one that is there. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../cards/kit.ts'
import { type FormDefinition, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { getActor } from '../queries.ts'
import { keepsPriorities, PRIORITY_LENGTHS, type PriorityRefusal } from '../rules/priority.ts'
import { listKeptPriorities } from './queries.ts'

const params = z.object({ id: z.string().nullable(), seen: z.int().nullable() })

const ID: Field = {
  kind: 'line',
  name: 'id',
  label: '编号',
  required: true,
  hint: '用字母、数字和 - _ .，如 YD5',
  maxLength: PRIORITY_LENGTHS.id,
}

const TEXT: Field = {
  kind: 'text',
  name: 'text',
  label: '工作要点',
  required: true,
  hint: '学校年度工作要点的一项',
  maxLength: PRIORITY_LENGTHS.text,
  rows: 3,
}

export const priorityForm: FormDefinition = formOf({
  name: 'priority',
  params,
  command: 'priority.set',
  spec: (db, { id }, viewer) => specOf(db, id, viewer),
  payload: ({ id: typed, text }, { id, seen }) => ({
    id: id ?? (typeof typed === 'string' ? typed : ''),
    seen,
    text: typeof text === 'string' ? text : '',
  }),
})

async function specOf(
  db: Database,
  id: string | null,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: PriorityRefusal }> {
  const actor = await getActor(db, viewer)
  if (!keepsPriorities(actor)) return { refusal: { code: 'foreign-priorities' } }
  if (id === null) return { title: '新增工作要点', fields: [ID, TEXT], submit: '保存' }
  const kept = (await listKeptPriorities(db)).find((one) => one.id === id)
  if (!kept) return { refusal: { code: 'unknown-priority' } }
  const fields = [{ ...TEXT, initial: kept.text }]
  return { title: `修改工作要点 ${id}`, fields, submit: '保存修改' }
}
