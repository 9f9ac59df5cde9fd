/** The form of a work item: name and standard for a new one, the standard alone for one that is there. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../cards/kit.ts'
import { type FormDefinition, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { getActor } from '../queries.ts'
import { keepsStandards, STANDARD_LENGTHS, type StandardRefusal } from '../rules/standard.ts'
import { loadUse } from './commands.ts'
import { listKeptItems } from './queries.ts'

const params = z.object({ item: z.string().nullable(), seen: z.int() })

const NAME: Field = {
  kind: 'line',
  name: 'item_name',
  label: '工作项目',
  required: true,
  hint: '如「教学运行」，保存后名称不能再改',
  maxLength: STANDARD_LENGTHS.name,
}

const STANDARD: Field = {
  kind: 'text',
  // Not `standard`: that is the form's own name, and names are unique in a card.
  name: 'standard_text',
  label: '衡量标准',
  required: true,
  hint: '各单位的这项工作都按此标准考核',
  maxLength: STANDARD_LENGTHS.standard,
  rows: 5,
}

export const standardForm: FormDefinition = formOf({
  name: 'standard',
  params,
  command: 'standard.set',
  spec: (db, { item }, viewer) => specOf(db, item, viewer),
  payload: ({ item_name: name, standard_text: standard }, { item, seen }) => ({
    item,
    seen,
    name: typeof name === 'string' ? name : '',
    standard: typeof standard === 'string' ? standard : '',
  }),
})

async function specOf(
  db: Database,
  item: string | null,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: StandardRefusal }> {
  const actor = await getActor(db, viewer)
  if (!keepsStandards(actor)) return { refusal: { code: 'foreign-standards' } }
  if (item === null) return { title: '新增工作项目', fields: [NAME, STANDARD], submit: '保存' }
  const [items, use] = await Promise.all([listKeptItems(db), loadUse(db, item)])
  const kept = items.find((one) => one.id === item)
  if (!kept) return { refusal: { code: 'unknown-item' } }
  if (use.ratified !== null) {
    return { refusal: { code: 'ratified-standard', name: kept.name, unit: use.ratified } }
  }
  const users = use.units.length > 0 ? `，${use.units.length}个单位的目标随之变动并收到通知` : ''
  return {
    title: '修改衡量标准',
    intro: `工作项目「${kept.name}」${users}。`,
    fields: [{ ...STANDARD, initial: kept.standard }],
    submit: '保存修改',
  }
}
