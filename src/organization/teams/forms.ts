/** Form `keep-team`: a new group, or one with its units, convenor and members. */
import * as z from 'zod'
import type { Choice, Field, FormSpec } from '../../../cards/kit.ts'
import { type Barred, type FormDefinition, type FormValues, formOf, type Viewer } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { GroupKind, UnitTable } from '../../store/schema/organization.ts'
import { getActor, listUnits } from '../queries.ts'
import { GROUP_KINDS } from '../roster/layout.ts'
import type { AnyTeamRefusal } from './done.ts'
import { TEAM_KINDS, teamKind } from './payload.ts'
import { findTeam, listTeamUnits } from './queries.ts'
import { fitsKind, keepsTeams } from './rules/team.ts'

const params = z.object({
  team: z.string().max(200).exactOptional(),
  kind: teamKind.exactOptional(),
  /** A unit that is to be in it. */
  unit: z.string().max(200).exactOptional(),
  /** Several such. */
  units: z.array(z.string().max(200)).max(100).exactOptional(),
})
type Params = z.infer<typeof params>

/** More units than a list can hold on a phone are typed. */
const MOST_CHOICES = 60
const BETWEEN = /[\n、，,；;]+/

const text = (value: FormValues[string]): string => (typeof value === 'string' ? value : '')
const words = (value: string): string[] =>
  value
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter((one) => one !== '')
const barred = (refusal: AnyTeamRefusal): Barred => ({ refusal })

export const keepTeamForm: FormDefinition = formOf({
  name: 'keep-team',
  params,
  command: 'team.keep',
  spec: (db, asked, viewer) => specOf(db, asked, viewer),
  payload: (values, { team, kind }) => ({
    team: team ?? null,
    name: text(values.name),
    kind: text(values.kind) || kind || 'working',
    units: Array.isArray(values.units) ? values.units : words(text(values.units)),
    convenor: text(values.convenor),
    members: words(text(values.members)),
    from: text(values.from),
  }),
})

async function specOf(db: Database, asked: Params, viewer: Viewer): Promise<FormSpec | Barred> {
  if (!keepsTeams(await getActor(db, viewer))) return barred({ code: 'foreign-teams' })
  const [known, units, placed] = await Promise.all([
    asked.team === undefined ? undefined : findTeam(db, asked.team),
    listUnits(db),
    listTeamUnits(db),
  ])
  if (asked.team !== undefined && known?.active !== 1) return barred({ code: 'unknown-team' })
  const kind = known?.kind ?? asked.kind ?? kindFor(units, asked.unit)
  const own = placed.filter((one) => one.team === asked.team).map(({ id }) => id)
  return {
    title: known ? `修改小组：${known.name}` : '设立小组',
    intro: '教学单位和直属附属医院归目标管理工作组，其他单位归督查组、考核工作组；一个单位只归一个同类小组。',
    fields: [
      {
        ...{ kind: 'line', name: 'name', label: '小组名称', required: true, maxLength: 60 },
        ...(known && { initial: known.name }),
      },
      ...(known ? [kindField([known.kind], known.kind)] : [kindField(TEAM_KINDS, kind)]),
      unitsField(units, kind, [
        ...own,
        ...(asked.unit === undefined ? [] : [asked.unit]),
        ...(asked.units ?? []),
      ]),
      {
        ...{ kind: 'line', name: 'convenor', label: known ? '增补组长' : '组长', maxLength: 60 },
        hint: known ? '姓名全称或工号；不变请留空' : '姓名全称或工号',
      },
      {
        ...{ kind: 'text', name: 'members', label: known ? '增补成员' : '成员', rows: 3, maxLength: 600 },
        hint: known ? '姓名或工号，一行一位；不变请留空' : '姓名或工号，一行一位',
      },
      {
        kind: 'date',
        name: 'from',
        label: '任职开始',
        required: true,
        initial: viewer.today,
        from: viewer.today,
      },
    ],
    submit: '保存',
  }
}

const kindFor = (units: readonly UnitTable[], id: string | undefined): GroupKind | undefined => {
  const unit = units.find((one) => one.id === id)
  return unit && (fitsKind('working', unit.kind) ? 'working' : 'assessment')
}

const kindField = (kinds: readonly GroupKind[], initial: GroupKind | undefined): Field => ({
  ...{ kind: 'choice', name: 'kind', label: '类型', required: true },
  choices: kinds.map((value) => ({ value, text: GROUP_KINDS[value] })),
  ...(initial === undefined ? {} : { initial }),
})

function unitsField(units: readonly UnitTable[], kind: GroupKind | undefined, own: readonly string[]): Field {
  const fitting = units.filter(
    (unit) => kind === undefined || fitsKind(kind, unit.kind) || own.includes(unit.id),
  )
  const chosen = fitting.filter(({ id }) => own.includes(id))
  if (fitting.length > 0 && fitting.length <= MOST_CHOICES) {
    const choices = fitting.map(({ id, name }): Choice => ({ value: id, text: name }))
    return {
      kind: 'choices',
      name: 'units',
      label: '负责的单位',
      choices,
      initial: chosen.map(({ id }) => id),
    }
  }
  return {
    ...{ kind: 'text', name: 'units', label: '负责的单位', rows: 5, maxLength: 1000 },
    hint: '单位编号或名称，一行一个或用顿号隔开',
    initial: chosen.map(({ id }) => id).join('、'),
  }
}
