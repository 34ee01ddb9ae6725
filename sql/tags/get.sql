-- Return a tag of public projects. A tag without public projects stays hidden, because private projects may use it.
select name, projects from tag where name = $1 and projects > 0
