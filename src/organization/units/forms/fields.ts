/** The questions that every form of a reform asks, and how its answers are read. */
import type { Choice, Field } from '../../../../cards/kit.ts'
import { UNIT_WORDS } from '../../../../cards/unit-words.ts'
import type { JsonObject } from '../../../kernel/decision.ts'
import type { Barred, FormValues, Viewer } from '../../../kernel/view.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { UnitKind, UnitTable } from '../../../store/schema/organization.ts'
import { findActor } from '../../queries.ts'
import { keepsUnits } from '../access.ts'
import { findUnitCalled, listLeaders } from '../queries/units.ts'
import type { ReformRefusal } from '../rules/refusals.ts'
import { UNIT_LENGTHS } from '../rules/wish.ts'

export const NOBODY: Choice = { value: '-', text: '暂未确定' }

export const textOf = (value: FormValues[string]): string => (typeof value === 'string' ? value.trim() : '')
export const listOf = (value: FormValues[string]): string[] => (Array.isArray(value) ? [...value] : [])
export const leaderOf = (value: FormValues[string]): string => {
  const typed = textOf(value)
  return typed === NOBODY.value ? '' : typed
}

/** What `unit.prepare` takes: the wish as typed, and the decision on which it rests. */
export const asked = (values: FormValues, wish: JsonObject): JsonObject => ({
  wish,
  document: textOf(values.document),
  on: textOf(values.on),
})

/** Only the office fills these forms in. */
export async function barredFrom(db: Database, viewer: Viewer): Promise<Barred | undefined> {
  const refusal: ReformRefusal = { code: 'office-units' }
  return keepsUnits(await findActor(db, viewer)) ? undefined : { refusal }
}

/** The unit named by number or name, if it is there and, where wanted, takes part. */
export async function findNamed(
  db: Database,
  words: string,
  wanted: 'taking-part' | 'exempt' = 'taking-part',
): Promise<{ readonly unit: UnitTable } | { readonly refusal: ReformRefusal }> {
  const unit = await findUnitCalled(db, words)
  if (!unit) return { refusal: { code: 'unknown-unit-named', words } }
  const takesPart = unit.active === 1
  if (takesPart === (wanted === 'taking-part')) return { unit }
  return { refusal: { code: takesPart ? 'present-unit' : 'absent-unit', name: unit.name } }
}

export async function paperFields(db: Database, { today }: Viewer): Promise<Field[]> {
  const year = (await findCurrentYear(db))?.year ?? Number(today.slice(0, 4))
  const first = `${year}-01-01`
  return [
    {
      ...{ kind: 'line', name: 'document', label: '发文号', required: true },
      ...{ hint: '如 校发〔2026〕18号', maxLength: UNIT_LENGTHS.document },
    },
    {
      ...{ kind: 'date', name: 'on', label: '生效日期', required: true, initial: today },
      ...{ from: first < today ? first : today, until: today, hint: '今天或本年度内的过去某日' },
    },
  ]
}

export const nameField = (initial = ''): Field => ({
  ...{ kind: 'line', name: 'name', label: '单位名称', required: true, maxLength: UNIT_LENGTHS.name },
  ...(initial !== '' && { initial }),
})

export const numberField: Field = {
  ...{ kind: 'line', name: 'id', label: '单位编号', required: true, maxLength: UNIT_LENGTHS.id },
  hint: '字母、数字和 - _ .，启用后不变',
}

export const kindField = (initial?: UnitKind): Field => ({
  ...{ kind: 'choice', name: 'unitKind', label: '类别', required: true },
  choices: (Object.keys(UNIT_WORDS) as UnitKind[]).map((value) => ({ value, text: UNIT_WORDS[value] })),
  ...(initial && { initial }),
})

export async function leaderField(db: Database, { today }: Viewer, initial?: string | null): Promise<Field> {
  const leaders = await listLeaders(db, today)
  const choices = leaders.map(({ id, name, title }) => ({
    value: id,
    text: title === '' || title === name ? name : `${name}（${title}）`,
  }))
  const known = initial && choices.some((one) => one.value === initial) ? initial : NOBODY.value
  return {
    ...{ kind: 'choice', name: 'leader', label: '分管校领导', required: true, initial: known },
    choices: [...choices, NOBODY],
  }
}
