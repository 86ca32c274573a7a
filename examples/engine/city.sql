-- A city's plans in DuckDB: rows become Parquet, and five questions are answered.
--
--   workplan export --plans DIR --format jsonl --what tasks   --out rows/tasks.jsonl
--   workplan export --plans DIR --format jsonl --what entries --out rows/entries.jsonl
--   workplan export --plans DIR --format jsonl --what notices --out rows/notices.jsonl
--   duckdb < city.sql
--
-- A district is the folder in which its plans lie: DIR/district/town. What begins with `-- question:` is read by spark.py as well, and
-- keeps to words that both engines know.

-- Without the columns' types, which `workplan schema` tells, a table without a row would have no columns: nobody may have reported yet.
copy (from read_json('rows/tasks.jsonl', format = 'newline_delimited', sample_size = -1)) to 'rows/tasks.parquet';
copy (from read_json('rows/entries.jsonl', format = 'newline_delimited', columns = {
    plan_id: 'VARCHAR', plan_path: 'VARCHAR', as_of: 'DATE', issuer: 'VARCHAR', sample: 'BOOLEAN', entry: 'BIGINT', date: 'DATE',
    "by": 'VARCHAR', task: 'VARCHAR', lead: 'VARCHAR', note: 'VARCHAR', state: 'VARCHAR', percent: 'BIGINT', issue: 'VARCHAR',
    next: 'VARCHAR', withdrawn: 'BOOLEAN', metric: 'VARCHAR', value: 'DOUBLE', grade: 'VARCHAR', checkpoints: 'VARCHAR[]',
    evidence: 'VARCHAR[]', reply_to: 'VARCHAR', amends: 'VARCHAR', withdraws: 'DATE'
})) to 'rows/entries.parquet';
copy (from read_json('rows/notices.jsonl', format = 'newline_delimited', columns = {
    plan_id: 'VARCHAR', plan_path: 'VARCHAR', as_of: 'DATE', issuer: 'VARCHAR', sample: 'BOOLEAN', number: 'VARCHAR', date: 'DATE',
    level: 'VARCHAR', purpose: 'VARCHAR', unit: 'VARCHAR', tasks: 'VARCHAR[]', tasks_answered: 'BIGINT', reply_by: 'DATE',
    status: 'VARCHAR', state: 'VARCHAR', replied_on: 'DATE', days_to_reply: 'BIGINT', days_overdue: 'BIGINT', received: 'DATE',
    received_by: 'VARCHAR', signed_by: 'VARCHAR', voided: 'DATE', void_reason: 'VARCHAR'
})) to 'rows/notices.parquet';

create view tasks as select *, regexp_extract(plan_path, '([^/]+)/[^/]+$', 1) as district from 'rows/tasks.parquet';
create view entries as select *, regexp_extract(plan_path, '([^/]+)/[^/]+$', 1) as district from 'rows/entries.parquet';
create view notices as select *, regexp_extract(plan_path, '([^/]+)/[^/]+$', 1) as district from 'rows/notices.parquet';
create view tagged as select *, unnest(tags) as tag from tasks;

-- question: worst_units
-- In each district, the three units with the most red lights.
select district, place, issuer, lead, tasks, red, yellow, unknown
from (
    select *, row_number() over (partition by district order by red desc, yellow desc, tasks, issuer, lead) as place
    from (
        select district, issuer, lead, count(*) as tasks,
               count(*) filter (where light = 'red') as red,
               count(*) filter (where light = 'yellow') as yellow,
               count(*) filter (where progress is null) as unknown
        from tasks
        where light is not null and lead is not null
        group by district, issuer, lead
    ) as counted
) as ranked
where place <= 3
order by district, place;

-- question: campaigns
-- How far each campaign (a tag) has come in all towns, against what the passed time calls for. What is unknown counts in no mean.
select tag, count(distinct plan_path) as plans, count(*) as tasks,
       count(*) filter (where light = 'blue') as finished,
       count(*) filter (where light = 'red') as red,
       count(*) filter (where progress is null) as unknown,
       round(avg(cast(progress as decimal(9, 6))), 4) as progress,
       round(avg(cast(case when progress is not null then expected end as decimal(9, 6))), 4) as expected
from tagged
where light is not null
group by tag
order by tag;

-- question: replies
-- How long units take to answer a supervision notice, by district.
select district, count(*) as notices, count(replied_on) as answered,
       count(*) filter (where status = 'overdue') as overdue,
       round(avg(days_to_reply), 4) as mean_days,
       round(median(days_to_reply), 4) as median_days,
       max(days_to_reply) as most_days
from notices
where level = 'supervise' and status <> 'void'
group by district
order by district;

-- question: silent_offices
-- The units of which nothing was heard for thirty days or ever, though they have work to do: the fifty with the most.
select district, issuer, lead, open_tasks, last_report
from (
    select district, issuer, lead, count(*) filter (where finished_on is null) as open_tasks,
           max(cast(last_report as date)) as last_report, max(cast(as_of as date)) as as_of
    from tasks
    where light is not null and lead is not null
    group by district, issuer, lead
) as offices
where open_tasks > 0 and (last_report is null or last_report < as_of - interval 30 days)
order by open_tasks desc, district, issuer, lead
limit 50;

-- question: weeks
-- What was reported and finished in each week, and which share of all tasks is finished at its end.
select coalesce(reported.week, done.week) as week, coalesce(reports, 0) as reports, coalesce(heard_of, 0) as heard_of,
       coalesce(finished, 0) as finished,
       sum(coalesce(finished, 0)) over (order by coalesce(reported.week, done.week)) as finished_so_far,
       round(sum(coalesce(finished, 0)) over (order by coalesce(reported.week, done.week)) * 1.0
             / (select count(*) from tasks where light is not null), 4) as share
from (
    select cast(date_trunc('week', cast(date as date)) as date) as week, count(*) as reports,
           count(distinct concat(plan_path, ' ', task)) as heard_of
    -- An entry with several values has several rows.
    from (select distinct plan_path, entry, date, task from entries where not withdrawn) as each_once
    group by 1
) as reported
full join (
    select cast(date_trunc('week', cast(finished_on as date)) as date) as week, count(*) as finished
    from tasks
    where light is not null and finished_on is not null
    group by 1
) as done on reported.week = done.week
order by 1;
