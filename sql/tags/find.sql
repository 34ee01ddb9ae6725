-- One that no public project has any more is nobody's to see: it may be written in private ones.
select name, projects from tag where name = $1 and projects > 0
