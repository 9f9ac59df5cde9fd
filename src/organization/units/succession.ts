/** What became of units, in words and as a chain of successors. */
import type { UnitId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { sayUnits } from '../say-units.ts'
import { listReformsOf, type ReformOfUnit } from './queries/reforms.ts'

interface Other {
  readonly id: UnitId
  readonly name: string
}

// Written by the query as a list of these.
const othersOf = ({ others }: ReformOfUnit): readonly Other[] => JSON.parse(others) as Other[]

/** The units that took over from it, and those that took over from them. */
export async function successorsIn(db: Database, unit: UnitId): Promise<UnitId[]> {
  const found: UnitId[] = []
  for (let next: readonly UnitId[] = [unit]; next.length > 0; ) {
    const reforms = await listReformsOf(db, next)
    const after = reforms.filter(isEnd).flatMap((one) => othersOf(one).map(({ id }) => id))
    next = [...new Set(after)].filter((id) => id !== unit && !found.includes(id))
    found.push(...next)
  }
  return found
}

/** Whether the unit ended with it. */
const isEnd = (reform: ReformOfUnit): boolean => {
  if (reform.part !== 'from') return false
  if (reform.kind === 'split') return true
  return reform.kind === 'merge' && !othersOf(reform).some(({ id }) => id === reform.unit)
}

/** `已并入健康学院（校发〔2026〕18号）`; '' of a unit that goes on. */
export function becameOf(unit: UnitId, reforms: readonly ReformOfUnit[]): string {
  const end = reforms.find((one) => one.unit === unit && isEnd(one))
  if (!end) return ''
  const names = sayUnits(othersOf(end).map(({ name }) => name))
  return end.kind === 'split' ? `已拆分为${names}（${end.document}）` : `已并入${names}（${end.document}）`
}

/** A reform from the side of one of its units. */
export function sayReform(reform: ReformOfUnit): string {
  const others = othersOf(reform).filter(({ id }) => id !== reform.unit)
  const names = sayUnits(others.map(({ name }) => name))
  switch (reform.kind) {
    case 'add':
      return `设立${reform.name}`
    case 'merge':
      return isEnd(reform) ? `并入${names}` : `${names}并入`
    case 'split':
      return reform.part === 'from' ? `拆分为${names}` : `由${names}拆分设立`
    case 'rename': {
      const [other] = othersOf(reform)
      const [before, after] = reform.part === 'from' ? [reform.name, other?.name] : [other?.name, reform.name]
      return `${before ?? ''}更名为${after ?? ''}`
    }
    case 'exempt':
      return '不参加目标管理'
    case 'restore':
      return '重新参加'
    case 'lead':
      return '更换分管校领导'
    case 'kind':
      return '变更类别'
  }
}
