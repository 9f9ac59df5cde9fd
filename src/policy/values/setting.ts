/** 订立目标 (Articles 8, 10, 16). */
import * as z from 'zod'
import type { Policy, Ratification } from '../rules/policy.ts'
import { aNumber, type Kind, numberField, together } from './kind.ts'
import type { ValuesNamed } from './value.ts'

const percent = (label: string) => ({ label, min: 0, max: 100, unit: '%' })
const MEMBERS = { min: 1, max: 99, unit: '人', hint: '表决时几人同意即审定；不填为过半数' }

const MODES = { chair: '领导小组组长审定', quorum: '领导小组成员表决审定' } as const

const ratification: Kind<Ratification> = {
  schema: z.union([
    z.literal('chair'),
    z.strictObject({ mode: z.literal('quorum'), agree: z.int().min(1).max(99).nullable() }),
  ]),
  fields: ({ name, label }, present) => [
    {
      ...{ kind: 'choice', name, label, required: true },
      choices: Object.entries(MODES).map(([value, text]) => ({ value, text })),
      initial: present === 'chair' ? 'chair' : 'quorum',
    },
    numberField(
      { name: `${name}_agree`, label: '同意人数' },
      MEMBERS,
      present === 'chair' ? null : present.agree,
    ),
  ],
  read: (values, name) => {
    const agree = values[`${name}_agree`]
    return values[name] === 'chair'
      ? 'chair'
      : { mode: values[name], agree: typeof agree === 'number' ? agree : null }
  },
  say: (value) => {
    if (value === 'chair') return '领导小组组长审定'
    return `领导小组成员表决，${value.agree === null ? '过半数' : `${value.agree}人`}同意即审定`
  },
}

export const SETTING: ValuesNamed<'ratios' | 'specialLimit' | 'ratification'> = {
  ratios: {
    label: '三类目标比例',
    kind: together<Policy['ratios']>({
      parts: {
        key: percent('重点工作目标'),
        special: percent('专项工作目标'),
        routine: percent('常规工作目标'),
      },
      say: ({ key, special, routine }) => `重点${key}%、专项${special}%、常规${routine}%`,
    }),
    holds: '保存后即按新比例核算',
    touches: '各单位总分，目标单和调整单上的占比',
  },
  specialLimit: {
    label: '专项目标项数',
    kind: aNumber({ min: 1, max: 20, unit: '项' }),
    holds: '此后填报、报送的专项目标',
    touches: '超出的须写明理由；已报送、已审定的不变',
  },
  ratification: {
    label: '审定方式',
    kind: ratification,
    changes: '组长一人审定，或由成员表决：同意达到人数即审定，一人退回即退回，弃权不计。',
    holds: '组长确认政策以后的审定',
    touches: '待审定的目标、调整和评优名单；已审定的不变',
  },
}
