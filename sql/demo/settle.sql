-- Run the deferred triggers now. They list the tags and tools, and only listed ones can be followed.
set constraints all immediate
