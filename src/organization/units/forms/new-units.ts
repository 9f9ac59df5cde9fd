/** Forms that bring new units: one added, several merged into one, one split into several. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import {
  type Barred,
  type FormDefinition,
  type FormValues,
  formOf,
  type Viewer,
} from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'
import { listUnits } from '../../queries.ts'
import type { ReformRefusal } from '../rules/refusals.ts'
import { UNIT_LENGTHS } from '../rules/wish.ts'
import {
  asked,
  barredFrom,
  findNamed,
  kindField,
  leaderField,
  leaderOf,
  listOf,
  nameField,
  numberField,
  paperFields,
  textOf,
} from './fields.ts'

export const addForm: FormDefinition = formOf({
  name: 'add-unit',
  params: z.object({ name: z.string().max(200).exactOptional() }),
  command: 'unit.prepare',
  async spec(db, { name = '' }, viewer): Promise<FormSpec | Barred> {
    const barred = await barredFrom(db, viewer)
    if (barred) return barred
    const fields = [numberField, nameField(name), kindField(), await leaderField(db, viewer)]
    return {
      title: '新增单位',
      intro: '负责人、联络员和小组在确认后另行指定。提交后先列出影响，确认后才生效。',
      fields: [...fields, ...(await paperFields(db, viewer))],
      submit: '预览',
    }
  },
  payload: (values) =>
    asked(values, {
      ...{ kind: 'add', id: textOf(values.id), name: textOf(values.name) },
      ...{ unitKind: textOf(values.unitKind), leader: leaderOf(values.leader) },
    }),
})

/** `units`, `into`: as said in the chat, 甲、乙 and 丙. */
const mergeParams = z.object({
  unit: z.string().max(200).exactOptional(),
  units: z.string().max(1000).exactOptional(),
  into: z.string().max(200).exactOptional(),
})
type MergeParams = z.infer<typeof mergeParams>

export const mergeForm: FormDefinition = formOf({
  name: 'merge-units',
  params: mergeParams,
  command: 'unit.prepare',
  async spec(db, said, viewer): Promise<FormSpec | Barred> {
    return (await barredFrom(db, viewer)) ?? (await mergeSpec(db, said, viewer))
  },
  payload: (values) =>
    asked(values, {
      ...{ kind: 'merge', units: unitsSaid(values.units) },
      ...{ id: textOf(values.id), into: textOf(values.into) },
      ...{ unitKind: textOf(values.unitKind), leader: leaderOf(values.leader) },
    }),
})

async function mergeSpec(
  db: Database,
  said: MergeParams,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: ReformRefusal }> {
  const words = [...(said.unit === undefined ? [] : [said.unit]), ...splitWords(said.units ?? '')]
  const units = await listUnits(db)
  const meant = words.map((word) => units.find(({ id, name }) => id === word || name === word))
  const unknown = words.find((_, at) => meant[at] === undefined)
  if (unknown !== undefined) return { refusal: { code: 'unknown-unit-named', words: unknown } }
  const first = meant[0]
  const { required: _, ...number } = numberField
  return {
    title: '合并单位',
    intro: '被合并的单位自此结束，其目标、进展、人员和角色归入合并后的单位。提交后先列出影响，确认后才生效。',
    fields: [
      unitsField(
        units,
        meant.flatMap((unit) => unit ?? []),
      ),
      {
        ...{ kind: 'line', name: 'into', label: '合并为', required: true, maxLength: UNIT_LENGTHS.name },
        hint: '现有单位的全称，或新单位的名称',
        ...(said.into !== undefined && { initial: said.into }),
      },
      { ...number, label: '新编号', hint: '新单位必填；并入现有单位不填' },
      { ...kindField(first?.kind ?? 'teaching'), label: '新类别' },
      await leaderField(db, viewer, first?.leader),
      ...(await paperFields(db, viewer)),
    ],
    submit: '预览',
  }
}

/** To be ticked, as long as a card holds them; else written. */
function unitsField(units: readonly UnitTable[], meant: readonly UnitTable[]): Field {
  const field = { name: 'units', label: '合并单位', required: true } as const
  if (units.length <= MOST_CHOICES) {
    const choices = units.map(({ id, name }) => ({ value: id, text: name }))
    return { ...field, kind: 'choices', choices, initial: meant.map(({ id }) => id) }
  }
  return {
    ...{ ...field, kind: 'text', rows: 2, maxLength: 1000, hint: '单位全称，用「、」隔开' },
    initial: meant.map(({ name }) => name).join('、'),
  }
}

/** A card takes 200 elements, and each choice is one. */
const MOST_CHOICES = 60

const unitsSaid = (value: FormValues[string]): string[] =>
  Array.isArray(value) ? listOf(value) : splitWords(textOf(value))

/** `甲、乙，丙` */
const splitWords = (text: string): string[] => text.split(/[、,，;；\s]+/).filter((word) => word !== '')

export const splitForm: FormDefinition = formOf({
  name: 'split-unit',
  params: z.object({ unit: z.string().max(200).exactOptional() }),
  command: 'unit.prepare',
  async spec(db, { unit: words }, viewer): Promise<FormSpec | Barred> {
    const barred = await barredFrom(db, viewer)
    if (barred) return barred
    const found = words === undefined ? undefined : await findNamed(db, words)
    if (found && 'refusal' in found) return found
    const unit = found?.unit
    return {
      title: unit ? `拆分 ${unit.name}` : '拆分单位',
      intro: '原单位自此结束。逐项目标、逐个角色归哪个新单位，在下一步选择，确认后才生效。',
      fields: [
        ...(unit ? [] : [{ ...nameField(), name: 'unit', label: '原单位', hint: '单位全称或编号' }]),
        {
          ...{ kind: 'text', name: 'lines', label: '新单位', required: true, rows: 4, maxLength: 1000 },
          hint: '一行一个：编号 名称，如 JX21 药学院。类别和分管校领导同原单位',
        },
        ...(await paperFields(db, viewer)),
      ],
      submit: '预览',
    }
  },
  payload: (values, { unit }) =>
    asked(values, { kind: 'split', unit: unit ?? textOf(values.unit), lines: textOf(values.lines) }),
})
