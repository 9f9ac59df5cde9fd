/** 关口 (Articles 27, 31): changed area by area, with forms of their own. */
import * as z from 'zod'
import type { GateArea } from '../rules/policy.ts'
import type { Kind } from './kind.ts'
import type { ValuesNamed } from './value.ts'

const areas: Kind<readonly GateArea[]> = {
  schema: z.never(),
  fields: () => [],
  read: () => undefined,
  say: (list) => list.map((area) => `${area.name}（${area.leadUnit}）`).join('；'),
}

export const GATES: ValuesNamed<'gateAreas'> = {
  gateAreas: {
    label: '一票否决',
    kind: areas,
    holds: '保存后立即',
    touches: '牵头部门须就每个单位报告；已报告的不变',
  },
}
