import type { Tone } from './kit.ts'

export type ProgressState = 'on-track' | 'at-risk' | 'behind'

/** How a goal's progress stands, as its unit says. */
export const PROGRESS_STATES: {
  readonly [state in ProgressState]: { readonly text: string; readonly tone: Tone }
} = {
  'on-track': { text: '正常推进', tone: 'green' },
  'at-risk': { text: '有风险', tone: 'orange' },
  behind: { text: '滞后', tone: 'red' },
}
