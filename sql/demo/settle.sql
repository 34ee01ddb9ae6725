-- What waits for the commit happens now: tags and tools are listed by triggers, and only what is listed is followed.
set constraints all immediate
