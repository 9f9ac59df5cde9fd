/**
 * Identifiers are the university's own numbers where it has them (工号, 单位编号); each kind is a flavour of
 * string, so that a person's cannot be handed where a unit's is wanted.
 */
type Flavour<Kind extends string> = string & { readonly kind_?: Kind }

/** 工号 */
export type PersonId = Flavour<'person'>
/** 单位编号 */
export type UnitId = Flavour<'unit'>
/** A working group, inspection team or assessment group. */
export type GroupId = Flavour<'group'>
export type GoalId = Flavour<'goal'>
/** The regulation's cycle, as `2026`. */
export type Year = number

/** What a rule must keep true together, as `plan:2026:JX01`: the unit of journal, version and guard. */
export type SubjectId = `${string}:${string}`
