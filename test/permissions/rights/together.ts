/** Those who are named together in many rows. */
import type { Who } from '../deed.ts'

export const UNIT: readonly Who[] = ['contact', 'head']
export const GROUP: readonly Who[] = ['working-convenor', 'working-member']
export const TEAM: readonly Who[] = ['inspection-convenor', 'inspection-member']
export const ASSESSORS: readonly Who[] = ['assessment-convenor', 'assessment-member']
export const LEADING_GROUP: readonly Who[] = ['chair', 'leading-member']

/** Every person of the scheme. */
export const ANYONE: readonly Who[] = [
  ...(['any contact', 'any head', 'any leader', 'any chair', 'any leading-member', 'any office'] as const),
  ...([
    'any working-convenor',
    'any working-member',
    'any inspection-convenor',
    'any inspection-member',
  ] as const),
  ...([
    'any assessment-convenor',
    'any assessment-member',
    'any lead-unit',
    'any member',
    'any nobody',
  ] as const),
  'any author',
]
