import { type Actor, holds } from '../rules/actor.ts'

/** The office administers the units (Article 4), in nobody's name but its own. */
export const keepsUnits = (actor: Actor | undefined): boolean => actor !== undefined && holds(actor, 'office')
