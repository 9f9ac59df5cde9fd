-- How many goals each drafter of a plan has in each status, and since when: so that nobody needs to open a thousand plans.

ALTER TABLE plan ADD COLUMN goal_stages TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(goal_stages));

UPDATE plan SET goal_stages = (
  SELECT json_group_array(json_object('drafter', drafter, 'status', status, 'count', goals, 'since',
    CASE WHEN status IN ('sent', 'returned') THEN first_at ELSE last_at END))
  FROM (
    SELECT drafter, status, count(*) AS goals, min(at) AS first_at, max(at) AS last_at
    FROM (
      SELECT goal.value ->> '$.drafter' AS drafter, goal.value ->> '$.status' AS status,
        CASE goal.value ->> '$.status'
          WHEN 'sent' THEN goal.value ->> '$.sent.at'
          WHEN 'passed' THEN goal.value ->> '$.passed.at'
          WHEN 'returned' THEN goal.value ->> '$.returns[#-1].act.at'
          ELSE goal.value ->> '$.ratified.at'
        END AS at
      FROM subject, json_each(subject.state, '$.goals') AS goal WHERE subject.id = plan.id
    ) GROUP BY drafter, status
  )
);
