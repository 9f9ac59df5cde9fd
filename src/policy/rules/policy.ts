import type { GoalType } from '../../store/schema/planning.ts'
import { EXECUTION_DEFAULTS, type ExecutionPolicy } from './execution-policy.ts'

/** A gate area (Articles 27, 31): its key, name and the name of the unit that leads it. */
export interface GateArea {
  readonly key: string
  readonly name: string
  readonly leadUnit: string
}

/** ◇ Article 16: the chair decides, or as many members of the leading group as agree. */
export type Ratification = 'chair' | Quorum

export interface Quorum {
  readonly mode: 'quorum'
  /** How many members must agree; null for more than half. */
  readonly agree: number | null
}

/**
 * Article 26: by how much performance pay is raised or cut, in hundredths of a percent, and its base in hundredths of a
 * yuan where all units have the same. The regulation says 按一定比例: null until the notice says which.
 */
export interface PayPolicy {
  readonly excellentUp: number | null
  readonly qualifiedUp: number | null
  readonly unqualifiedDown: number | null
  readonly base: number | null
}

/** Article 24: from which score a goal is of the first level, and of the second; in hundredths, whole points. */
export interface LevelPolicy {
  readonly first: number
  readonly second: number
}

/** Everything that a yearly notice may change. The regulation's figures are the defaults; ◇ marks what it leaves open. */
export interface Policy {
  /** Article 8, in percent. */
  readonly ratios: { readonly [type in GoalType]: number }
  /** Article 10. */
  readonly specialLimit: number
  /** Article 24. */
  readonly levels: LevelPolicy
  /** ◇ A type without goals. */
  readonly missingType: 'redistribute' | 'full' | 'zero'
  /** ◇ Article 24. */
  readonly coefficientFormula: 'weighted' | 'normalised'
  /** ◇ Highest score of a graded unit, in hundredths; null for none. */
  readonly cap: number | null
  /** Decimals of the final score. */
  readonly rounding: number
  /** ◇ Article 25: whether the score is compared as it is, or first rounded to an integer. */
  readonly bands: 'exact' | 'integer'
  /** Article 25, in hundredths. */
  readonly excellentFrom: number
  readonly qualifiedFrom: number
  /** ◇ Article 22. */
  readonly agreement: 'deliberated' | 'averaged'
  /** ◇ Article 25: places = ratio × units. */
  readonly quotaRounding: 'floor' | 'half-up' | 'ceil'
  /** ◇ A place lost to a gate goes to the next eligible unit, or stays empty. */
  readonly freedPlace: 'next' | 'empty'
  /** ◇ Article 16. */
  readonly ratification: Ratification
  /** Working days to answer a feedback (Article 22). */
  readonly appealDays: number
  readonly gateAreas: readonly GateArea[]
  readonly pay: PayPolicy
  readonly execution: ExecutionPolicy
}

/** Every value by its name, whichever part of the policy it stands in. */
export type PolicyValues = Omit<Policy, 'execution'> & ExecutionPolicy

export type ValueName = keyof PolicyValues

/** What is chosen of them; what is left out stays. */
export type ChosenValues = Partial<PolicyValues>

export const REGULATION_DEFAULTS: Policy = {
  ratios: { key: 25, special: 15, routine: 60 },
  specialLimit: 3,
  levels: { first: 90_00, second: 70_00 },
  missingType: 'redistribute',
  coefficientFormula: 'weighted',
  cap: 100_00,
  rounding: 2,
  bands: 'exact',
  excellentFrom: 90_00,
  qualifiedFrom: 70_00,
  agreement: 'deliberated',
  quotaRounding: 'floor',
  freedPlace: 'next',
  ratification: 'chair',
  appealDays: 5,
  pay: { excellentUp: null, qualifiedUp: null, unqualifiedDown: null, base: null },
  execution: EXECUTION_DEFAULTS,
  gateAreas: [
    { key: 'integrity', name: '党风廉政建设', leadUnit: '纪检监察审计处' },
    { key: 'security', name: '维护稳定社会治安综合治理', leadUnit: '保卫处' },
    { key: 'ethics', name: '师德师风评价', leadUnit: '宣传部' },
    { key: 'students', name: '学生工作', leadUnit: '学生处' },
    { key: 'energy', name: '节能减排', leadUnit: '后勤管理处' },
  ],
}

export function valuesOf({ execution, ...values }: Policy): PolicyValues {
  return { ...values, ...execution }
}

export function withValues(policy: Policy, chosen: ChosenValues): Policy {
  const names = Object.entries(chosen)
  const inExecution = ([name]: readonly [string, unknown]): boolean => name in EXECUTION_DEFAULTS
  const execution = { ...policy.execution, ...Object.fromEntries(names.filter(inExecution)) }
  const others = Object.fromEntries(names.filter((one) => !inExecution(one)))
  return { ...policy, ...others, execution }
}

/** A year that was opened before a value was known to the policy has the value's default. */
export function completePolicy(policy: Policy): Policy {
  const execution = { ...REGULATION_DEFAULTS.execution, ...policy.execution }
  return { ...REGULATION_DEFAULTS, ...policy, execution }
}
