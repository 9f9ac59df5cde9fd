/** The questions that every adjustment asks, with what stands in them (Article 17). */
import { REASON_NAMES } from '../../../../cards/adjustment-words.ts'
import type { Field } from '../../../../cards/kit.ts'
import { sayFiles } from '../../../execution/file-names.ts'
import { listEvidence, listUnattachedEvidence } from '../../../execution/queries.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { FormValues } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { EvidenceTable } from '../../../store/schema/execution.ts'
import type { Request } from '../rules/adjustment.ts'
import { WHY_LENGTH } from '../rules/request.ts'

export interface Reasons {
  /** The first day on which it may take effect, and the last. */
  readonly from: LocalDate
  readonly today: LocalDate
  /** What was asked for before, where it is changed. */
  readonly before: Pick<Request, 'reason' | 'why' | 'effectiveOn' | 'evidence'> | null
  readonly files: readonly EvidenceTable[]
}

export function reasonFields({ from, today, before, files }: Reasons): Field[] {
  return [
    {
      kind: 'choice',
      name: 'reason',
      label: '调整事由',
      required: true,
      choices: Object.entries(REASON_NAMES).map(([value, text]) => ({ value, text })),
      ...(before && { initial: before.reason }),
    },
    {
      kind: 'text',
      name: 'why',
      label: '具体原因',
      required: true,
      rows: 3,
      maxLength: WHY_LENGTH,
      hint: '出现了什么情况，依据什么文件或会议',
      ...(before && { initial: before.why }),
    },
    {
      kind: 'date',
      name: 'effective_on',
      label: '生效日期',
      hint: '不填即自审定之日起',
      from: from < today ? from : today,
      until: today,
      ...(before?.effectiveOn && { initial: before.effectiveOn }),
    },
    ...evidenceField(files, before?.evidence ?? []),
  ]
}

function evidenceField(files: readonly EvidenceTable[], chosen: readonly string[]): Field[] {
  if (files.length === 0) return []
  const names = sayFiles(files)
  return [
    {
      kind: 'choices',
      name: 'evidence',
      label: '佐证材料',
      hint: '您发来的图片和文件，可不选',
      choices: files.map((file, position) => ({ value: file.id, text: names[position] ?? file.name })),
      ...(chosen.length > 0 && { initial: chosen }),
    },
  ]
}

const MOST_FILES = 10

/** Those of the request, then what the person sent and nothing uses yet. */
export async function filesFor(
  db: Database,
  person: PersonId,
  chosen: readonly string[],
): Promise<EvidenceTable[]> {
  const [kept, unused] = await Promise.all([listEvidence(db, chosen), listUnattachedEvidence(db, person)])
  return [...kept, ...unused.filter((file) => !chosen.includes(file.id))].slice(0, MOST_FILES)
}

/** What was filled in, as the commands take it. */
export function reasonsOf(values: FormValues) {
  const text = (name: string): string => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const { evidence } = values
  return {
    reason: text('reason') || null,
    why: text('why'),
    effectiveOn: text('effective_on'),
    evidence: Array.isArray(evidence) ? evidence : [],
  }
}
