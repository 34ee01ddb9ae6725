-- Count the rows that a load reports.
select
    (select count(*) from maker) as makers, (select count(*) from project) as projects,
    (select count(*) from workflow) as workflows, (select count(*) from workflow_version) as versions,
    (select count(*) from star) as stars, (select count(*) from comment) as comments
