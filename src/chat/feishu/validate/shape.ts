/** Are all tags and properties known and of the right kind? */
import type * as z from 'zod'
import { cardSchema } from './card-schema.ts'
import {
  type CardFault,
  NAME_MISSING,
  pathText,
  UNKNOWN_PROPERTY,
  UNSUPPORTED_TAG,
  WRONG_SCHEMA,
} from './fault.ts'

type Issue = z.core.$ZodIssue

export function shapeFaults(card: unknown): readonly CardFault[] {
  const read = cardSchema.safeParse(card)
  return read.success ? [] : read.error.issues.map(toFault)
}

function toFault(issue: Issue): CardFault {
  const path = pathText(issue.path)
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: UNKNOWN_PROPERTY, path, message: `unknown property ${issue.keys.join(', ')}` }
    case 'invalid_union':
      if (issue.path.at(-1) === 'tag') return { code: UNSUPPORTED_TAG, path, message: 'unsupported tag' }
      return { code: UNKNOWN_PROPERTY, path, message: issue.message }
    default:
      return { code: codeOf(issue), path, message: issue.message }
  }
}

function codeOf(issue: Issue): number {
  if (issue.path.length === 1 && issue.path[0] === 'schema') return WRONG_SCHEMA
  return issue.path.at(-1) === 'name' ? NAME_MISSING : UNKNOWN_PROPERTY
}
