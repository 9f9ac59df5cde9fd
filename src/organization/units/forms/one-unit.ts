/** Forms about one unit: its name, its leader in charge, its kind, whether it takes part. */
import * as z from 'zod'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import type { JsonObject } from '../../../kernel/decision.ts'
import {
  type Barred,
  type FormDefinition,
  type FormValues,
  formOf,
  type Viewer,
} from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { UnitTable } from '../../../store/schema/organization.ts'
import { UNIT_LENGTHS } from '../rules/wish.ts'
import {
  asked,
  barredFrom,
  findNamed,
  kindField,
  leaderField,
  leaderOf,
  nameField,
  paperFields,
  textOf,
} from './fields.ts'

const params = z.object({ unit: z.string().max(200) })

interface OneUnit {
  readonly name: string
  readonly title: (unit: UnitTable) => string
  readonly intro: string
  readonly exempt?: true
  readonly fields: (db: Database, viewer: Viewer, unit: UnitTable) => Promise<readonly Field[]>
  readonly wish: (values: FormValues, unit: string) => JsonObject
}

/** The unit is named by its number or, in the chat, by its name. */
function formOfUnit(d: OneUnit): FormDefinition {
  return formOf({
    name: d.name,
    params,
    command: 'unit.prepare',
    async spec(db, { unit: words }, viewer): Promise<FormSpec | Barred> {
      const barred = await barredFrom(db, viewer)
      if (barred) return barred
      const found = await findNamed(db, words, d.exempt ? 'exempt' : 'taking-part')
      if ('refusal' in found) return found
      const [own, paper] = await Promise.all([d.fields(db, viewer, found.unit), paperFields(db, viewer)])
      return { title: d.title(found.unit), intro: d.intro, fields: [...own, ...paper], submit: '预览' }
    },
    payload: (values, { unit }) => asked(values, d.wish(values, unit)),
  })
}

const BEFORE = '提交后先列出影响，确认后才生效。'

export const renameForm = formOfUnit({
  name: 'rename-unit',
  title: ({ name }) => `${name} 更名`,
  intro: `编号不变，历史仍归本单位；已公布的结果保留原名。${BEFORE}`,
  fields: async (_db, _viewer, unit) => [{ ...nameField(unit.name), label: '新名称' }],
  wish: (values, unit) => ({ kind: 'rename', unit, name: textOf(values.name) }),
})

export const exemptForm = formOfUnit({
  name: 'exempt-unit',
  title: ({ name }) => `豁免 ${name}`,
  intro: `豁免后不再参加排名、名额、关口和提醒，历史保留，可随时恢复。${BEFORE}`,
  fields: async () => [
    {
      ...{ kind: 'text', name: 'reason', label: '豁免原因', required: true, rows: 2 },
      maxLength: UNIT_LENGTHS.reason,
    },
  ],
  wish: (values, unit) => ({ kind: 'exempt', unit, reason: textOf(values.reason) }),
})

export const restoreForm = formOfUnit({
  name: 'restore-unit',
  title: ({ name }) => `恢复 ${name}`,
  intro: `恢复后重新参加目标管理，原有目标接着执行。${BEFORE}`,
  exempt: true,
  fields: async () => [],
  wish: (_, unit) => ({ kind: 'restore', unit }),
})

export const leaderForm = formOfUnit({
  name: 'unit-leader',
  title: ({ name }) => `${name} 分管校领导`,
  intro: `待审核的目标转给新的分管校领导。${BEFORE}`,
  fields: async (db, viewer, unit) => [await leaderField(db, viewer, unit.leader)],
  wish: (values, unit) => ({ kind: 'lead', unit, leader: leaderOf(values.leader) }),
})

export const kindForm = formOfUnit({
  name: 'unit-kind',
  title: ({ name }) => `${name} 类别`,
  intro: `教学单位、直属附属医院按扣分考核，其他按等级考核；改变考核方式只能在年内尚无目标时进行。${BEFORE}`,
  fields: async (_db, _viewer, unit) => [kindField(unit.kind)],
  wish: (values, unit) => ({ kind: 'kind', unit, unitKind: textOf(values.unitKind) }),
})
