/** Which deductions are appealed against, why, and with which files. */
import * as z from 'zod'
import { sayPlace } from '../../../../cards/appeal-words.ts'
import type { Field, FormSpec } from '../../../../cards/kit.ts'
import { sayPoints } from '../../../../cards/score-words.ts'
import { sayFiles } from '../../../execution/file-names.ts'
import { listUnattachedEvidence } from '../../../execution/queries.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type FormDefinition, formOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { EvidenceTable } from '../../../store/schema/execution.ts'
import type { Decided } from '../../rules/assessment.ts'
import { loadCase } from '../case.ts'
import { type Standing, standingDeductions } from '../rules/deductions.ts'
import { MOST_FILES, WHY_LENGTH } from '../rules/draft.ts'
import { appealable } from '../rules/hearing.ts'
import { textOf } from './words.ts'

export const PICKS_A_PAGE = 20
const SHORT = 40

/** What may still be appealed against: the leading group's outcome is the last. */
export const pickable = (scores: Decided): readonly Standing[] =>
  standingDeductions(scores).filter((one) => one.heard !== 'leaders')

export function pickSpec(shown: readonly Standing[], files: readonly EvidenceTable[]): FormSpec {
  const names = sayFiles(files)
  const evidence: Field[] =
    files.length === 0
      ? []
      : [
          {
            kind: 'choices',
            name: 'evidence',
            label: '佐证材料',
            hint: '您发来的图片和文件，可不选',
            choices: files.map((file, at) => ({ value: file.id, text: names[at] ?? file.name })),
          },
        ]
  return {
    title: '提出申诉',
    intro: '理由相同的扣分一起勾选。',
    fields: [
      {
        kind: 'choices',
        name: 'places',
        label: '申诉的扣分',
        required: true,
        choices: shown.map((one) => ({ value: one.place, text: sayShort(one) })),
      },
      {
        kind: 'text',
        name: 'why',
        label: '申诉理由',
        required: true,
        rows: 3,
        maxLength: WHY_LENGTH,
        hint: '哪里与事实或评价标准不符，依据是什么',
      },
      ...evidence,
    ],
    submit: '加入申诉',
  }
}

function sayShort({ place, points, reason }: Standing): string {
  const text = `${sayPlace(place)} 扣${sayPoints(points)}分 ${reason}`
  return text.length > SHORT ? `${text.slice(0, SHORT)}…` : text
}

/** The person's newest files that nothing uses yet. */
export const filesToOffer = async (db: Database, person: string): Promise<EvidenceTable[]> =>
  (await listUnattachedEvidence(db, person)).slice(0, MOST_FILES)

export const pickForm: FormDefinition = formOf({
  name: 'appeal-pick',
  params: z.object({ year: z.int(), unit: z.string(), version: z.int(), page: z.int() }),
  command: 'appeal.draft',
  async spec(db, { year, unit, page }, viewer) {
    const known = await loadCase(db, { year, unit }, viewer)
    if ('refusal' in known) return known
    const { who, unitName } = known.facts
    if (!who.inUnit) return { refusal: { code: 'appellants-only', unit: unitName } }
    const found = appealable(known.facts)
    if ('refusal' in found) return { ...found, show: { name: 'feedback', params: { year, unit } } }
    const { items } = pageOf(pickable(found.scores), PICKS_A_PAGE, page, { name: 'appeal-pick', params: {} })
    return pickSpec(items, await filesToOffer(db, viewer.by))
  },
  payload: ({ places, why, evidence }, { year, unit, version }) => ({
    ...{ year, unit, version, why: textOf(why) },
    places: Array.isArray(places) ? places : [],
    evidence: Array.isArray(evidence) ? evidence : [],
  }),
})
