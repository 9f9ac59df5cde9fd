/** The office says which unit a department of the platform is. It makes an open preview stale. */
import * as z from 'zod'
import type { Command } from '../../../kernel/command.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import { getActor, listUnits } from '../../queries.ts'
import { called } from '../../rules/called.ts'
import { SCHOOL, schoolSubject } from '../../subjects.ts'
import type { DirectoryDone } from '../done.ts'
import { placeDepartment } from '../rules/department.ts'
import { DIRECTORY, departmentId, departmentSubject } from '../subjects.ts'

const payload = z.object({
  department: z.string().min(1).max(100),
  /** As the platform names it. */
  name: z.string().max(200),
  /** Name or number of a unit, as typed; null where it shall be none. */
  unit: z.string().max(200).nullable(),
})

export const placeDepartmentCommand: Command = {
  type: 'directory.place',
  payload,
  async prepare(db, raw, meta) {
    const { department, name, unit: words } = payload.parse(raw)
    const [actor, units] = await Promise.all([getActor(db, meta), listUnits(db)])
    const found = words === null ? null : called(units, words.trim(), (one) => one.id)
    const subject = departmentId(department)
    const head = await foldSubject(db, departmentSubject, subject)
    const decision = placeDepartment(head.state, { name, words: words ?? '' }, found, actor)
    if ('refusal' in decision) return decision
    const school = await foldSubject(db, schoolSubject, SCHOOL)
    const event = { type: 'school.department-placed', department } as const
    const done: DirectoryDone = {
      code: 'department-placed',
      department: name,
      unit: found?.[0]?.name ?? null,
    }
    return {
      change: {
        subjects: [
          departmentSubject.change(subject, head, decision.events),
          schoolSubject.change(SCHOOL, school, [event]),
        ],
        notices: [],
        touches: [DIRECTORY],
        answer: { done, show: { name: 'directory', params: { part: 'departments' } } },
      },
    }
  },
}
