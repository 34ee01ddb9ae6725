// Made by `pnpm api:types` from openapi.json. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return the paths of the API and its documentation */
        get: operations["index"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report that the process is alive
         * @description The check calls no other service.
         */
        get: operations["livez"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Report whether this process is ready for requests
         * @description A process that is not ready responds with 503 and the reason. A ready process is not draining. Its database responds, accepts writes and has a recent enough schema, and the clocks agree. Redis is not checked, because reads work without it.
         */
        get: operations["readyz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Return this OpenAPI document */
        get: operations["openapi_document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register an e-mail address and a handle
         * @description The owner of the address creates the account by following the link in the mail. The response is also 202 when the address already has an account; the mail then says so.
         *
         *     Rate limit: `register`, 60 per 3600 seconds.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an e-mail address with a mailed token and a password
         * @description For a new account, `password` is the password to set. The response is 409 `handle_taken` when another maker has the handle; repeat the request with another `handle`. For a changed address, `password` is the account's password, because the maker who requested the change may not own the new address. A link works once.
         *
         *     Rate limit: `mailed`, 60 per 600 seconds.
         */
        post: operations["verify_email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return what a mailed link confirms
         * @description The response is 422 when the link is invalid, used or expired.
         *
         *     Rate limit: `mailed`, 60 per 600 seconds.
         */
        post: operations["get_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend the confirmation mail of the latest pending registration
         * @description Rate limit: `mail_request`, 60 per 3600 seconds.
         */
        post: operations["resend_confirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in and start a session
         * @description The response is the same 401 for an unknown address and a wrong password. It is 403 `account_suspended`, with the reason, only after the correct password. It is 503 while attempts cannot be counted.
         *
         *     Rate limit: `login`, 100 per 600 seconds.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for an access token and a new refresh token
         * @description The same token returns the same successor within ten seconds, because responses get lost and browser tabs race. An older token counts as stolen and ends the session (RFC 9700 §4.14.2).
         *
         *     Rate limit: `refresh`, 300 per 60 seconds.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log out of this session
         * @description The access token is invalid once the response arrives.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a password reset link if the address has an account
         * @description Repeated requests send no further mail while a recent link still works. They never invalidate a link.
         *
         *     Rate limit: `mail_request`, 60 per 3600 seconds.
         */
        post: operations["forgot_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check whether a password is strong enough for an account
         * @description The response gives the reason for a refusal. Nothing is stored.
         *
         *     Rate limit: `password_check`, 60 per 60 seconds.
         */
        post: operations["check_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with a mailed token and end all sessions
         * @description Rate limit: `mailed`, 60 per 600 seconds.
         */
        post: operations["reset_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions, most recently used first
         * @description The list is always one page.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /**
         * Log out all your other sessions
         * @description Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_other_sessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{session_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Log out one of your sessions
         * @description Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return your account
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_me"];
        put?: never;
        post?: never;
        /**
         * Delete your account
         * @description Your profile and personal data are deleted. Projects that others build on stay. The response is 409 `has_shared_projects` while projects you own have other members.
         *
         *     Rate limit: `password`, 10 per 600 seconds.
         */
        delete: operations["delete_me"];
        options?: never;
        head?: never;
        /**
         * Update your profile
         * @description After a handle change, the old handle stays reserved for 90 days and redirects to the new one.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["update_me"];
        trace?: never;
    };
    "/api/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password and end all your other sessions
         * @description Rate limit: `password`, 10 per 600 seconds.
         */
        put: operations["change_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Request a change of your e-mail address
         * @description The address changes when you follow the link mailed to the new address and enter your password.
         *
         *     Rate limit: `password`, 10 per 600 seconds.
         */
        put: operations["change_email"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/makers/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a maker's public profile
         * @description A former handle redirects to the current one (308) while it is reserved.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_maker"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public projects by hotness, publication time or stars
         * @description The default is hottest first. `hot` weighs stars, remixes and commenters against the publication time. `window` requires `sort=top`: day, week, month or year (1, 7, 30 or 365 days), or all. With `explain=1` each project has a `score` that explains its rank.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_projects"];
        put?: never;
        /**
         * Create a draft project
         * @description If you omit the slug, it is generated from the title. A number is appended if that slug is taken.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["create_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a project
         * @description A former handle or slug redirects to the current address (308).
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_project"];
        put?: never;
        post?: never;
        /**
         * Delete a project
         * @description You can restore it for 30 days. It keeps its slug until then.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_project"];
        options?: never;
        head?: never;
        /**
         * Change a project
         * @description The owner and editors can change it. Only the owner can change the slug and the visibility.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["update_project"];
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish a draft
         * @description The draft needs a tagline or a text. A project that is published already is returned unchanged.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["publish_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Archive a published project
         * @description The project becomes read-only and leaves the front page. An archived project is returned unchanged.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["archive_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unarchive a project
         * @description The project is published again. A published project is returned unchanged.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["unarchive_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a project that was deleted in the last 30 days
         * @description It returns to its former state. A project that is not deleted is returned unchanged.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["restore_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/makers/{handle}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public projects of a maker
         * @description Archived projects are included. The last published project comes first.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_maker_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects that you are a member of
         * @description Drafts and private projects are included. The project that you joined last comes first. A deleted project that you own is listed while you can restore it.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the members of a project
         * @description Only members can list the owner, editors and viewers. The list is always one page.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_project_members"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the role of a member
         * @description The owner's role changes only by a transfer.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["change_member"];
        post?: never;
        /**
         * Remove a member from a project
         * @description The owner can remove any other member. Other members can only remove themselves.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["remove_member"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the pending invitations of a project
         * @description Only the owner can list them. The newest comes first, and the list is always one page.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_project_invitations"];
        put?: never;
        /**
         * Invite a maker or an e-mail address to a project
         * @description The invitee gets a link that is valid for seven days. A repeated invitation sends no second e-mail and only updates the role. The response does not depend on whether the address has an account.
         *
         *     Rate limit: `invite`, 30 per 3600 seconds.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a pending invitation
         * @description Its link stops working.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["withdraw_invitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer a project to another member
         * @description The member becomes the owner at once, and the owner becomes an editor. The old address redirects to the new one. If the new owner has a project with this slug, the response is 409 `slug_taken`: rename this project first.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["transfer_project"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your pending invitations
         * @description Invitations to your handle and to your e-mail address are included. The newest comes first.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_invitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return an invitation by the token in its link
         * @description You can read it before you accept or decline.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_invitation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation and become a member of the project
         * @description A repeated request returns the same response. An existing member keeps the current role.
         *
         *     Only the invited maker can accept an invitation by handle. Any maker with the link can accept an invitation by e-mail: people have more addresses than accounts, and the owner sees the new member.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["accept_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{token}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline an invitation
         * @description Its link stops working. The owner gets no reason.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["decline_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workflows of a project, the oldest first
         * @description Only members of the project see workflows without a version.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_workflows"];
        put?: never;
        /**
         * Create a workflow with a draft
         * @description Without a slug, the service derives one from the title and appends a number when that slug is taken.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["create_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a workflow
         * @description Its variables and steps are in its versions.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_workflow"];
        put?: never;
        post?: never;
        /**
         * Delete a workflow permanently, with its draft, versions and labels
         * @description Its remixes stay. Only the owner of the project can delete a workflow.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_workflow_for_good"];
        options?: never;
        head?: never;
        /**
         * Update the title, slug or summary of a workflow
         * @description To change its steps, save the draft and then a version.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["update_workflow_details"];
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the draft of a workflow
         * @description Only members of the project can read it. Other makers get 404, even if they can see the workflow.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_draft"];
        /**
         * Save the whole draft of a workflow
         * @description The response is 412 when another editor saved the draft after you read it. Read it again before you save.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["save_draft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the versions of a workflow, the newest first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_workflow_versions"];
        put?: never;
        /**
         * Save the draft, the given content or an older version as a new version
         * @description When the content equals the newest version, the response is that version with status 200. Invalid content is 422 and lists every error; a secret in it is 422 `secret_found`. More than 30 versions of a workflow an hour are 429.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["save_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a version by its number, a label or `latest`
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/versions/{version}/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Return the final text of every step, ready to copy
         * @description A placeholder replaces the output of an earlier step until `outputs` contains it. The service stores nothing.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        post: operations["render_version"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare two versions, step by step and word by word
         * @description Either side may be a version of another workflow, such as a remix.
         *
         *     Rate limit: `compare`, 60 per 60 seconds.
         */
        get: operations["diff_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the labels of a workflow by name
         * @description A workflow has at most 20 labels.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_workflow_labels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/labels/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Assign a label to a version
         * @description A label that another version has moves to this one. `latest` always names the newest version.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_label"];
        post?: never;
        /**
         * Remove a label
         * @description The request also succeeds when the label doesn't exist.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["remove_label"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export a version as JSON or Markdown
         * @description The service can import the JSON (docs/workflow-format.md). Markdown is for readers.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["export_workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a workflow from an exported JSON file
         * @description The request body is the file. Its content becomes version 1. Invalid content is 422 with every error, and nothing is saved.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["import_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/fork": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remix a version of a workflow into one of your projects
         * @description The version becomes version 1 of a new workflow. You can remix any workflow that you can see, including your own and archived ones. The remix always keeps its attribution, and it stays when its source is deleted. It shows no names of a source that is not public, unless both are in one project. It shows no names of a source that an admin removed. The source's project counts the remix, unless both are in one project.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["fork_workflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the remix history of a workflow as a tree
         * @description The tree contains the workflow's ancestors and all of their remixes. It omits remixes that you may not see. If you may see a remix of a hidden workflow, the hidden one has a node without details. Workflows in unlisted projects are hidden, too, unless they are ancestors of this workflow.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_lineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/upstream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return how far a remix is behind its source
         * @description The response includes the conflicts of a pull. Only editors of the remix can read it.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_upstream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/workflows/{workflow}/pull": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pull the updates of a remix's source as a new version
         * @description The status is 200 when the pull changes nothing. When both sides changed the same field, the response is 409 `pull_conflicts` and nothing is saved: pull again with `resolutions`. A draft with edits keeps them and receives the other pulled changes.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["pull_upstream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tags of public projects, most used first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_tags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a tag
         * @description The result is 404 if no public project has it.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_tag"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{name}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public projects with a tag, newest publication first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_tag_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the catalogue by name or by the number of workflows that use a tool
         * @description The latter starts with the most used.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_tools"];
        put?: never;
        /**
         * Add a tool to the catalogue
         * @description Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["create_tool"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List suggestions, oldest first
         * @description `status` selects pending, accepted or declined ones.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_tool_suggestions"];
        put?: never;
        /**
         * Suggest a tool for the catalogue
         * @description You can suggest a URL again only after the decision.
         *
         *     Rate limit: `suggest`, 20 per 3600 seconds.
         */
        post: operations["create_suggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools/suggestions/{suggestion_id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a suggestion and add its tool to the catalogue
         * @description Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["accept_suggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools/suggestions/{suggestion_id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a suggestion
         * @description `reason` is optional.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["decline_suggestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a tool of the catalogue
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_tool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Update a tool of the catalogue
         * @description The slug cannot change, because steps of workflows refer to it.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["update_tool"];
        trace?: never;
    };
    "/api/v1/tools/{slug}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public projects with a workflow that uses a tool
         * @description The newest publication comes first.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_tool_projects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tools/{slug}/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the workflows that use a tool, newest first
         * @description `used_by` counts the same workflows.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_tool_workflows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/star": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Star a project
         * @description Nothing changes if you already starred the project.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["star_project"];
        post?: never;
        /**
         * Remove your star from a project
         * @description Nothing changes if you did not star the project.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["unstar_project"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/stargazers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the makers who starred a project, newest star first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_project_stargazers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/stars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the projects that you starred and can still see, newest star first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_stars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return which given projects, makers, tags and tools you starred or follow
         * @description Public lists are the same for every reader, so that the service can cache them. Request your own reactions separately, once per page. The response omits unknown items and items that you did not star or follow.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_reactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/follows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your follows of one kind, newest first
         * @description Projects that you can no longer see are omitted.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_follows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/follows/maker/{handle}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a maker
         * @description Nothing changes if you already follow the maker.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["follow_maker"];
        post?: never;
        /**
         * Unfollow a maker
         * @description Nothing changes if you do not follow the maker.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["unfollow_maker"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/follows/project/{handle}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a project
         * @description Nothing changes if you already follow the project. Otherwise its owner gets a notification, as for a star.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["follow_project"];
        post?: never;
        /**
         * Unfollow a project
         * @description Nothing changes if you do not follow the project.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["unfollow_project"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/follows/tag/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a tag of public projects
         * @description Nothing changes if you already follow the tag.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["follow_tag"];
        post?: never;
        /**
         * Unfollow a tag
         * @description Nothing changes if you do not follow the tag. The tag can be one that no project has any more.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["unfollow_tag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/follows/tool/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Follow a tool of the catalogue
         * @description Nothing changes if you already follow the tool.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["follow_tool"];
        post?: never;
        /**
         * Unfollow a tool
         * @description Nothing changes if you do not follow the tool.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["unfollow_tool"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/makers/{handle}/followers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the followers of a maker, newest follow first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_maker_followers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/makers/{handle}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the makers that a maker follows, newest follow first
         * @description Followed projects, tags and tools are private.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_maker_following"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search projects, workflows, makers or tools for all words, best match first
         * @description The results come from the thousand hottest matches. Words match in all English and Dutch forms and without accents. If a query has few matches, the service also searches for corrections of words that do not occur. `corrected` then holds the corrected query. `match` locates the words, including the line of a prompt.
         *
         *     Rate limit: `search`, 120 per 60 seconds.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List up to ten tools, tags, projects and makers whose names begin with the text
         * @description Rate limit: `search_suggest`, 300 per 60 seconds.
         */
        get: operations["suggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/comments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the threads of a project, best or newest first
         * @description Each thread has its best replies. The rank `best` is the lower bound of the Wilson score interval. `workflow` filters threads by the steps of a workflow, `step` by one of its steps.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_comments"];
        put?: never;
        /**
         * Create a comment on a project or a step of a version, or reply to a comment
         * @description Threads have at most eight levels: a reply to a comment on level eight stays on that level. Each recipient gets one notification: as a mentioned maker, else as the parent's author, else as the project's owner or editor.
         *
         *     Rate limit: `comment`, 30 per 600 seconds.
         */
        post: operations["create_comment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/comments/votes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your votes on a project's comments, newest comment first
         * @description Votes are separate from comments, so that comments are the same for every reader.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_own_votes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{comment_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a comment with its best replies and its project
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_comment"];
        put?: never;
        post?: never;
        /**
         * Delete your comment
         * @description If it has replies, an empty tombstone remains until the last reply is deleted.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_comment"];
        options?: never;
        head?: never;
        /**
         * Update your comment
         * @description Newly mentioned makers get a notification.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["update_comment"];
        trace?: never;
    };
    "/api/v1/comments/{comment_id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the direct replies to a comment, best first
         * @description Each reply has its own best replies.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_comment_replies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{comment_id}/vote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Vote on a comment
         * @description Each maker has one vote per comment and can change it. You cannot vote on your own comment.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["vote_on_comment"];
        post?: never;
        /**
         * Withdraw your vote
         * @description Nothing changes if you did not vote.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["withdraw_vote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report a maker, project, workflow, comment or collection to the admins
         * @description You can report a target once until the admins decide. The report stores the current text of the target. You get a notification of the outcome.
         *
         *     Rate limit: `report`, 30 per 3600 seconds.
         */
        post: operations["create_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your reports and their outcomes
         * @description The newest report comes first.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/reports/{report_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return one of your reports
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_my_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return why your project was removed
         * @description Only members of the project can read this.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_project_removal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/comments/{comment_id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return why your comment was removed
         * @description Only its author can read this.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_comment_removal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{handle}/{slug}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return why your collection was removed
         * @description Only its maker can read this.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_collection_removal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/moderation/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the public moderation log
         * @description It lists removals, restorations and suspensions with their reason and time, latest first. It names no maker and no content.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_moderation_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List report cases
         * @description Filter by status: open or decided. The case that waits longest comes first.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_reports"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/{case_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a report case
         * @description It contains the reports, the reported texts and the current text. A case about you or your content hides the reporters and their notes.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/{case_id}/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act on a case and settle all its reports
         * @description If two admins act at the same time, the second one gets 409 `decided`. A case about you or your content returns 403 `own_case`: another admin has to settle it.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["act_on_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/reports/{case_id}/dismiss": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Dismiss a case and settle all its reports
         * @description A case about you or your content returns 403 `own_case`: another admin has to settle it.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["dismiss_report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/removed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List removed projects, comments and collections
         * @description The latest removal comes first. Restored items are not listed.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_removed_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/projects/{handle}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a project in any state
         * @description If not everyone can read the project, the audit log records this request.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_any_project"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/projects/{handle}/{slug}/workflows/{workflow}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a workflow of a project in any state, with its newest version
         * @description If not everyone can read the workflow, the audit log records this request.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_any_workflow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/projects/{handle}/{slug}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Remove a project in any state
         * @description Only its members still see it, with the reason. If it is removed already, the reason changes.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_project_removal"];
        post?: never;
        /**
         * Restore a removed project to its former state
         * @description If it is not removed, nothing changes. Your own project returns 403 `own_case`: another admin has to restore it.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_project_removal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/comments/{comment_id}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Remove a comment
         * @description Its text is hidden, and replies stay. If it is removed already, the reason changes.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_comment_removal"];
        post?: never;
        /**
         * Restore a removed comment
         * @description If it is not removed, nothing changes. Your own comment returns 403 `own_case`: another admin has to restore it.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_comment_removal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/collections/{handle}/{slug}/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Remove a collection
         * @description Only its maker still sees it, with the reason. If it is removed already, the reason changes.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_collection_removal"];
        post?: never;
        /**
         * Restore a removed collection
         * @description If it is not removed, nothing changes. Your own collection returns 403 `own_case`: another admin has to restore it.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_collection_removal"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/makers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List makers
         * @description The newest maker comes first; with `q`, makers are sorted by handle. A whole e-mail address as `q` finds its maker, but the response does not contain addresses.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_all_makers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the actions of admins
         * @description Filter by admin, action and target. The latest action comes first.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_audit_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/makers/{handle}/role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change the role of a maker
         * @description If the maker is the only admin, a demotion returns 409 `last_admin`.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_role"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admin/makers/{handle}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend a maker
         * @description All sessions of the maker end at once, and the maker cannot log in. Published content stays.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_suspension"];
        post?: never;
        /**
         * End the suspension of a maker
         * @description The maker can log in again.
         *
         *     Requires the role admin.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_suspension"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your notifications, most recently updated first
         * @description With `unread`, only unread notifications are listed. The newest 200 are kept, each for 90 days after its last update.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the number of your unread notifications
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["count_unread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream your notifications as Server-Sent Events
         * @description A `notification` event carries one notification, with its `seq` as the event id. An `unread` event carries the unread count, at the start and after every change. A `closed` event gives the reason for the end: `restart` (reconnect) or `session_ended` (log in again).
         *
         *     With `Last-Event-ID`, the stream first sends all kept notifications after that id; without it, only `unread`. Comments every 15 seconds keep the connection open. A slow client is disconnected. It misses nothing when it reconnects with `Last-Event-ID`. The response is 429 `too_many_streams` when you or your address have reached the limit of open streams.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["stream_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as read
         * @description Pass `notification_ids`, or `up_to` with a `seq` that you received. Notifications updated after `up_to` stay unread. Unknown ids and ids of other makers are ignored.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["mark_notifications_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return your notification settings
         * @description By default, all kinds are shown on the site and no digest is sent.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_notification_preferences"];
        /**
         * Replace your notification settings
         * @description The settings apply to future notifications. The first digest is due a day or a week after you turn digests on.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["set_notification_preferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an empty collection
         * @description The default slug is derived from the title, with a number if that slug is taken.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        post: operations["create_collection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{handle}/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a collection
         * @description Only its maker can see a private or removed one.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_collection"];
        put?: never;
        post?: never;
        /**
         * Delete a collection
         * @description Its projects do not change.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_collection"];
        options?: never;
        head?: never;
        /**
         * Update the title, description or visibility of a collection
         * @description Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["update_collection"];
        trace?: never;
    };
    "/api/v1/collections/{handle}/{slug}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the items of a collection in their order
         * @description Projects that you cannot see are omitted.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_collection_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Order the items of a collection
         * @description Rate limit: `write`, 120 per 60 seconds.
         */
        patch: operations["order_collection"];
        trace?: never;
    };
    "/api/v1/collections/{handle}/{slug}/items/{owner}/{project}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add a project to a collection or update its item
         * @description A new item goes to the end. The result is 409 `collection_full` if the collection already has 500 projects.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        put: operations["put_collection_item"];
        post?: never;
        /**
         * Remove a project from a collection
         * @description The result is the same if the project is not in the collection.
         *
         *     Rate limit: `write`, 120 per 60 seconds.
         */
        delete: operations["delete_collection_item"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/makers/{handle}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a maker's public collections, newest first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_maker_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all your collections, newest first
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_my_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List news about the makers, projects, tags and tools you follow, newest first
         * @description The feed contains new projects of followed makers, tags and tools, and new versions and remixes of followed projects. Each item appears once, with the follow that caused it. The 500 newest follows of each kind count.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/trending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the trending tags and tools
         * @description They had more activity in the last 7 days than in the 7 days before. A worker counts them every ten minutes.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_trending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the newest public projects as an Atom feed
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_newest_atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tags/{name}/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the newest public projects with a tag as an Atom feed
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_tag_atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/makers/{handle}/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return a maker's newest public projects as an Atom feed
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_maker_atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/projects/{handle}/{slug}/feed.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return the newest versions of a project's workflows as an Atom feed
         * @description Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_project_atom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sitemap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the files of the sitemap
         * @description The web application builds the sitemap index from them.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["list_sitemap_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sitemap/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Return one file of the sitemap
         * @description The file is gzip-compressed XML with at most 50,000 addresses.
         *
         *     Rate limit: `read`, 600 per 60 seconds.
         */
        get: operations["get_sitemap_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Subject of the latest event of a notification. It contains only those parts that you can still see. */
        About: {
            project: components["schemas"]["AboutProject"];
            workflow: components["schemas"]["AboutWorkflow"] | null;
            version_number: number | null;
            /** Format: uuid */
            comment_id: string | null;
        };
        /** @description Project of a notification. `handle` and `slug` form its address. */
        AboutProject: {
            handle: string;
            slug: string;
            title: string;
        };
        /** @description Workflow of a notification. `slug` is its address within the project. */
        AboutWorkflow: {
            slug: string;
            title: string;
        };
        /** @description Tool to create from a suggestion. Omitted members default to the suggested values. */
        Acceptance: {
            vendor: string;
            slug?: string | null;
            name?: string | null;
            /** Format: uri */
            url?: string | null;
            /** @enum {string|null} */
            kind?: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity" | null;
            /** @default  */
            description?: string;
        };
        /** @description Decision on a case. `removed` removes the project, comment or collection; for a workflow it removes the project. `suspended` suspends the owner or author. `handled` records that other steps were enough. If you omit `reason`, the first reported reason applies. */
        Action: {
            /** @enum {string} */
            outcome: "removed" | "suspended" | "handled";
            /** @enum {string|null} */
            reason?: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other" | null;
            /**
             * @description Shown to the owner or author.
             * @default
             */
            note?: string;
            /**
             * @description Shown to the makers who reported it.
             * @default
             */
            answer?: string;
        };
        /** @description Maker who caused a notification. */
        Actor: {
            handle: string;
            display_name: string;
            avatar_url: string | null;
        };
        Address: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
        };
        /** @description Maker in an admin list. `projects` is the number of owned projects in any state. */
        AdminMaker: {
            /** Format: uuid */
            maker_id: string;
            handle: string;
            display_name: string;
            /** @enum {string} */
            role: "maker" | "admin";
            /** @enum {string} */
            status: "active" | "suspended" | "deleted";
            projects: number;
            /** Format: date-time */
            created_at: string;
        };
        AdminMakerPage: {
            data: components["schemas"]["AdminMaker"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Project in any state. Restoring it sets its status to `status_before_removal`. */
        AdminProject: {
            project: components["schemas"]["Project"];
            status_before_removal: string | null;
            /** Format: date-time */
            deleted_at: string | null;
            removal: components["schemas"]["Removal"] | null;
            workflows: components["schemas"]["WorkflowName"][];
        };
        /** @description Workflow of a project in any state. `content` belongs to its newest version. */
        AdminWorkflow: {
            /** Format: uuid */
            workflow_id: string;
            slug: string;
            title: string;
            summary: string;
            head_number: number | null;
            content: unknown;
        };
        /** @description The source of a remix, with its names at the time of the remix. The names are null if the source was not public then, an admin removed it, or its account is deleted. `version_id` is null once the version is deleted. */
        Attribution: {
            handle: string | null;
            project: string | null;
            workflow: string | null;
            title: string | null;
            number: number;
            /** Format: uuid */
            version_id: string | null;
        };
        /** @description Audit log entry. `admin` is a handle, or null for a server command. `target` is its current name or null. */
        AuditEntry: {
            /** Format: uuid */
            audit_id: string;
            admin: string | null;
            action: string;
            target_kind: string;
            /** Format: uuid */
            target_id: string;
            target: string | null;
            detail: {
                [key: string]: string | number | boolean;
            };
            /** Format: date-time */
            created_at: string;
        };
        AuditEntryPage: {
            data: components["schemas"]["AuditEntry"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        Author: {
            handle: string;
            display_name: string;
        };
        /** @description Follow that caused a news item. `name` is a handle, a tag, a tool's slug or a project's handle/slug. */
        Because: {
            /** @enum {string} */
            kind: "maker" | "tag" | "tool" | "project";
            name: string;
        };
        /** @description Reports of one target, which are settled together. `settled_by` is a handle. If `is_own` is true, the target is you or your content, and another admin has to settle the case. */
        Case: {
            /** Format: uuid */
            case_id: string;
            target: components["schemas"]["CaseTarget"];
            /** @enum {string} */
            status: "open" | "actioned" | "dismissed";
            is_own: boolean;
            reports: number;
            reasons: ("spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other")[];
            /** Format: date-time */
            opened_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            settled_at: string | null;
            settled_by: string | null;
            /** @enum {string|null} */
            outcome: "removed" | "suspended" | "handled" | "dismissed" | null;
            answer: string;
        };
        /** @description Case with its first 100 reports and first 10 texts. `now` is the current text of the target, or null if it is gone. Notes are emptied and snapshots are deleted 90 days after the decision. A case about you or your content hides the reporters and their notes. */
        CaseDetail: {
            case: components["schemas"]["Case"];
            filed: components["schemas"]["FiledReport"][];
            snapshots: components["schemas"]["Snapshot"][];
            now: unknown;
        };
        CasePage: {
            data: components["schemas"]["Case"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Target of a case with its current names and its `author`. `standing` is the status of the maker or the project. `private` is a published project that only members see. A collection is `published`, `private` or `removed`. */
        CaseTarget: {
            /** @enum {string} */
            kind: "project" | "workflow" | "comment" | "maker" | "collection";
            /** Format: uuid */
            target_id: string;
            handle: string | null;
            slug: string | null;
            workflow: string | null;
            author: string | null;
            /** @enum {string} */
            standing: "draft" | "published" | "archived" | "private" | "removed" | "deleted" | "active" | "suspended" | "gone";
        };
        /** @description Collection of projects. `items` counts all its projects, including those that you cannot see. `removed` is true if an admin removed the collection; then only its maker sees it. */
        Collection: {
            /** Format: uuid */
            collection_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            description: string;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            items: number;
            removed: boolean;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Changes to a collection. Omitted members keep their values. */
        CollectionChanges: {
            title?: string;
            /** @description Markdown. */
            description?: string;
            /** @enum {string} */
            visibility?: "public" | "unlisted" | "private";
        };
        CollectionPage: {
            data: components["schemas"]["Collection"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Comment in Markdown. `mentions` holds the handles in `body` that belong to makers. `deleted` (by the author) and `removed` (by an admin) comments have no author and no body. `author` is also null if the account is deleted. `replies` counts direct replies; `thread` holds the best of them. A non-null `next_cursor` continues them in `GET /comments/{comment_id}/replies`. */
        Comment: {
            /** Format: uuid */
            comment_id: string;
            /** Format: uuid */
            project_id: string;
            /** Format: uuid */
            parent_id: string | null;
            depth: number;
            author: components["schemas"]["Owner"] | null;
            body: string | null;
            mentions: string[];
            on: components["schemas"]["CommentedStep"] | null;
            ups: number;
            downs: number;
            replies: number;
            deleted: boolean;
            removed: boolean;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            edited_at: string | null;
            thread: components["schemas"]["Comment"][];
            next_cursor: string | null;
        };
        CommentEdit: {
            /** @description Markdown. */
            body: string;
        };
        CommentPage: {
            data: components["schemas"]["Comment"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        CommentedProject: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            title: string;
        };
        /** @description Step that a comment is about. `outdated` is true if the newest version has changed or removed the step. `workflow` is null after the workflow is deleted. */
        CommentedStep: {
            workflow: string | null;
            version: number;
            step: string;
            outdated: boolean;
        };
        Confirmed: {
            handle: string;
            email: string;
        };
        /** @description A field, step or order that both sides changed differently. A value is null on a side without it. The `id` of a field is `/steps/<key>/<field>`. It is `/steps/<key>` when one side edited a step that the other removed; the values are then whole steps. It is `/steps` for the order of steps; the values are then lists of keys. Variables have the same ids with `/variables`. */
        Conflict: {
            id: string;
            step: string | null;
            variable: string | null;
            field: string | null;
            base: unknown;
            ours: unknown;
            theirs: unknown;
        };
        Deletion: {
            /** Format: password */
            password: string;
        };
        Dismissal: {
            /**
             * @description Shown to the makers who reported it.
             * @default
             */
            answer?: string;
        };
        /** @description The variables of a workflow in form order, and its steps in the order in which they run. */
        Document: {
            variables: components["schemas"]["Variable"][];
            steps: components["schemas"]["Step"][];
        };
        /** @description All differences of two documents, empty for equal documents. Changes are in the order of the new document, and removals come last. */
        DocumentDiff: {
            variables: components["schemas"]["PartChange"][];
            steps: components["schemas"]["PartChange"][];
        };
        /** @description The variables of a workflow in form order, and its steps in the order in which they run. */
        DocumentInput: {
            variables?: components["schemas"]["VariableInput"][];
            steps?: components["schemas"]["StepInput"][];
        };
        /** @description The shared draft of the editors. `changed` is true when it differs from the newest version. Findings of severity `error` prevent saving a version, but not saving the draft. */
        Draft: {
            content: components["schemas"]["Document"];
            findings: components["schemas"]["Finding"][];
            changed: boolean;
            version: number;
            /** Format: date-time */
            updated_at: string;
            updated_by: components["schemas"]["Author"];
        };
        EmailChange: {
            /** Format: password */
            password: string;
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
        };
        /** @description Confirmation of an address. `password` is the one to set (new account) or the current one (changed address). */
        EmailVerification: {
            /** @description Token from the mailed link. */
            token: string;
            /** Format: password */
            password: string;
            /** @description Letters, digits and single hyphens between them. Stored in lower case. */
            handle?: string;
            display_name?: string;
        };
        /** @description Project in a list requested with `explain=1`. */
        ExplainedProject: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            tagline: string;
            cover_url: string | null;
            tags: string[];
            license: string | null;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            /** @enum {string} */
            status: "draft" | "published" | "archived" | "removed";
            stars: number;
            forks: number;
            comments: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            published_at: string | null;
            score: components["schemas"]["Score"];
        };
        /** @description A field that differs. A parameter is the field `parameters/<name>`; null means that the field is absent. `template` and `description` have hunks of text, and `choices` has one hunk for each choice. Other fields have `old` and `new`. */
        FieldChange: {
            field: string;
            old: unknown;
            new: unknown;
            hunks: components["schemas"]["Hunk"][] | null;
        };
        /** @description Report in a case. `reporter` is a handle, or null if the account is deleted or the case is about you. */
        FiledReport: {
            /** Format: uuid */
            report_id: string;
            reporter: string | null;
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            note: string;
            /** Format: uuid */
            snapshot_id: string | null;
            /** Format: date-time */
            created_at: string;
        };
        /** @description An error or warning in a document. `pointer` is a JSON pointer into it (RFC 6901). `offset` is a position in the text at `pointer`, in characters (code points). `step` is the key of the step, or null. */
        Finding: {
            pointer: string;
            code: string;
            message: string;
            /** @enum {string} */
            severity: "error" | "warning";
            offset: number | null;
            step: string | null;
        };
        /** @description Followed maker (`handle`), project (`handle` and `slug`), tag or tool (`slug`). */
        Follow: {
            /** @enum {string} */
            kind: "maker" | "project" | "tag" | "tool";
            handle: string | null;
            slug: string | null;
            name: string;
            image_url: string | null;
            /** Format: date-time */
            since: string;
        };
        FollowPage: {
            data: components["schemas"]["Follow"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Page of search results, best first, from at most a thousand matches. `corrected` is the spelling-corrected query that was searched too, because the original query had few matches. */
        Found: {
            data: components["schemas"]["Hit"][];
            next_cursor: string | null;
            corrected: string | null;
        };
        /** @description Health of the process. An unhealthy process responds with 503. */
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description Search result. The member named by `type` holds the item; the other three are null. */
        Hit: {
            /** @enum {string} */
            type: "project" | "workflow" | "maker" | "tool";
            match: components["schemas"]["Match"];
            project: components["schemas"]["ProjectSummary"] | null;
            workflow: components["schemas"]["Workflow"] | null;
            maker: components["schemas"]["Maker"] | null;
            tool: components["schemas"]["Tool"] | null;
        };
        /** @description A piece of text that is on both sides (`equal`), only on the old (`delete`) or only on the new (`insert`). */
        Hunk: {
            /** @enum {string} */
            op: "equal" | "delete" | "insert";
            text: string;
        };
        /** @description Paths of the API and its documentation on this host. */
        Index: {
            api: string;
            docs: string;
            openapi: string;
        };
        /** @description Values of variables, and the known outputs of earlier steps. */
        Inputs: {
            inputs?: {
                [key: string]: string | number | boolean;
            };
            outputs?: {
                [key: string]: string;
            };
        };
        /** @description Pending invitation. It names the invitee as the owner did: by `handle` or by `email`. */
        Invitation: {
            /** Format: uuid */
            invitation_id: string;
            handle: string | null;
            email: string | null;
            /** @enum {string} */
            role: "editor" | "viewer";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        InvitationPage: {
            data: components["schemas"]["Invitation"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Project of an invitation. It can be visible only to its members. */
        InvitedTo: {
            handle: string;
            slug: string;
            title: string;
            owner: components["schemas"]["Owner"];
        };
        Item: {
            project: components["schemas"]["ProjectSummary"];
            note: string;
            pinned: components["schemas"]["Pin"] | null;
            /** Format: date-time */
            added_at: string;
        };
        ItemPage: {
            data: components["schemas"]["Item"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        Label: {
            name: string;
            number: number;
            /** Format: date-time */
            updated_at: string;
        };
        LabelPage: {
            data: components["schemas"]["Label"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        LabelTarget: {
            /** @description Number of the labelled version. */
            number: number;
        };
        /** @description A family of remixes, the oldest first. `position` is the index of the requested workflow. If `is_complete` is false, there are more: `nodes` has the oldest, the ancestors of the requested workflow, and its own remixes. */
        Lineage: {
            nodes: components["schemas"]["LineageNode"][];
            position: number;
            is_complete: boolean;
        };
        /** @description A workflow in the tree. `parent` is the index of its source in `nodes`; `number` is the source's version. `parent` is null for the root, and when the source is deleted. `workflow` is null when you may not see the remix. */
        LineageNode: {
            parent: number | null;
            number: number | null;
            workflow: components["schemas"]["Relative"] | null;
        };
        Link: {
            label: string;
            /**
             * Format: uri
             * @description An http or https URL.
             */
            url: string;
        };
        LinkInput: {
            label: string;
            /**
             * Format: uri
             * @description An http or https URL.
             */
            url: string;
        };
        LinkToken: {
            /** @description Token from the mailed link. */
            token: string;
        };
        /** @description Maker in a list of stargazers, followers or followed makers. `since` is the time of the star or follow. */
        ListedMaker: {
            handle: string;
            display_name: string;
            avatar_url: string | null;
            /** Format: date-time */
            since: string;
        };
        ListedMakerPage: {
            data: components["schemas"]["ListedMaker"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Tokens and the account that logged in. */
        LoggedIn: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            expires_in: number;
            refresh_token: string;
            /** Format: uuid */
            session_id: string;
            maker: components["schemas"]["Me"];
        };
        Login: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
            /** Format: password */
            password: string;
            /** @description Device name shown in the list of sessions. */
            device?: string;
        };
        /** @description Public profile. `followers` counts the maker's followers; `following` counts the makers they follow. */
        Maker: {
            handle: string;
            display_name: string;
            bio: string;
            links: components["schemas"]["ProfileLink"][];
            avatar_url: string | null;
            /** Format: date-time */
            joined_at: string;
            followers: number;
            following: number;
        };
        /** @description Highlighted range: `length` characters from `start` on, in Unicode code points. */
        Mark: {
            start: number;
            length: number;
        };
        /** @description Ids and names from the request that you starred or follow. */
        Marks: {
            starred: string[];
            followed_projects: string[];
            followed_makers: string[];
            followed_tags: string[];
            followed_tools: string[];
        };
        /** @description Matching text and its location. For a prompt, `text` is the line; `workflow`, `number` and `step` give the workflow's slug, version and step. */
        Match: {
            /** @enum {string} */
            field: "title" | "tagline" | "tag" | "summary" | "body" | "prompt" | "name" | "handle" | "vendor" | "description";
            text: string;
            marks: components["schemas"]["Mark"][];
            workflow: string | null;
            number: number | null;
            step: string | null;
        };
        Me: {
            /** Format: uuid */
            id: string;
            handle: string;
            display_name: string;
            email: string;
            bio: string;
            links: components["schemas"]["ProfileLink"][];
            avatar_url: string | null;
            /** @enum {string} */
            role: "maker" | "admin";
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Member of a project. The owner manages it, editors write, and viewers read. */
        Member: {
            handle: string;
            display_name: string;
            avatar_url: string | null;
            /** @enum {string} */
            role: "owner" | "editor" | "viewer";
            /** Format: date-time */
            since: string;
        };
        MemberChange: {
            /** @enum {string} */
            role: "editor" | "viewer";
        };
        MemberPage: {
            data: components["schemas"]["Member"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Your membership in a project. */
        Membership: {
            project: components["schemas"]["InvitedTo"];
            /** @enum {string} */
            role: "owner" | "editor" | "viewer";
            /** Format: date-time */
            since: string;
        };
        /** @description New collection. `slug` is its permanent path under your handle; the default is derived from the title. */
        NewCollection: {
            /** @example Prompts for the classroom */
            title: string;
            /** @example classroom */
            slug?: string | null;
            /**
             * @description Markdown.
             * @default
             */
            description?: string;
            /**
             * @default public
             * @enum {string}
             */
            visibility?: "public" | "unlisted" | "private";
        };
        /** @description New comment. `parent_id` makes it a reply; `on` names the step that it is about. Send at most one of them. */
        NewComment: {
            /**
             * @description Markdown. `@handle` mentions a maker.
             * @example Works for me.
             */
            body: string;
            /** Format: uuid */
            parent_id?: string | null;
            on?: components["schemas"]["NewStepComment"] | null;
        };
        /** @description The whole draft. It may be incomplete or invalid; the response lists the problems as findings. */
        NewDraft: {
            content: components["schemas"]["DocumentInput"];
        };
        /** @description Request to invite a maker. Set either `handle` or `email`. */
        NewInvitation: {
            /** @example grace */
            handle?: string;
            /** Format: email */
            email?: string;
            /** @enum {string} */
            role: "editor" | "viewer";
        };
        /** @description Item of a collection. `note` says why the project is included. `workflow` and `version` pin one version. */
        NewItem: {
            /**
             * @description Markdown.
             * @default
             */
            note?: string;
            /** @example lesson */
            workflow?: string | null;
            version?: number | null;
        };
        /** @description New order of a collection as project ids. Projects that are not listed follow in their current order. */
        NewOrder: {
            project_ids: string[];
        };
        /** @description New notification settings. `mail` must be a subset of `site`, because a digest contains unread notifications. */
        NewPreferences: {
            site: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            mail: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            /** @enum {string} */
            digest: "off" | "daily" | "weekly";
        };
        /** @description Request to create a project. If you omit `slug`, it is generated from the title. `body` is Markdown. */
        NewProject: {
            /** @example A reading coach for dyslexic kids */
            title: string;
            /** @example reading-coach */
            slug?: string | null;
            /**
             * @description What it is, in one line.
             * @default
             */
            tagline?: string;
            /**
             * @description Markdown.
             * @default
             */
            body?: string;
            links?: components["schemas"]["LinkInput"][];
            /** Format: uri */
            cover_url?: string | null;
            /**
             * @example [
             *       "education",
             *       "speech"
             *     ]
             */
            tags?: string[];
            /**
             * @description An identifier from the SPDX license list.
             * @example MIT
             */
            license?: string | null;
            /**
             * @default public
             * @enum {string}
             */
            visibility?: "public" | "unlisted" | "private";
        };
        /** @description The target project, slug and source version of a remix. Without a `slug`, the service uses the slug of the source and appends a number when that slug is taken. */
        NewRemix: {
            /**
             * @description Slug of your project, or `handle/slug` of a project that you are an editor of.
             * @example reading-coach
             */
            project: string;
            slug?: string | null;
            /**
             * @description A number, a label or `latest`.
             * @default latest
             * @example 3
             */
            version?: string;
        };
        NewRemoval: {
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            /**
             * @description Shown to the owner or author.
             * @default
             */
            note?: string;
        };
        NewReport: {
            target: components["schemas"]["Target"];
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            /**
             * @description Shown only to admins.
             * @default
             */
            note?: string;
        };
        /** @description Step that a comment is about: the workflow's slug, the version number and the step's key. */
        NewStepComment: {
            /** @example lesson */
            workflow: string;
            /** @example 2 */
            version: number;
            /** @example outline */
            step: string;
        };
        NewSuggestion: {
            /** @example Ollama */
            name: string;
            /**
             * Format: uri
             * @example https://ollama.com/
             */
            url: string;
            /** @enum {string} */
            kind: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
            /**
             * @description What it is, or why it is needed.
             * @default
             */
            note?: string;
        };
        /** @description New tool. `slug` is its permanent name in steps of workflows; the default is derived from the name. */
        NewTool: {
            /** @example Ollama */
            name: string;
            /** @example ollama */
            slug?: string | null;
            /** @example Ollama */
            vendor: string;
            /**
             * Format: uri
             * @example https://ollama.com/
             */
            url: string;
            /** @enum {string} */
            kind: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
            /**
             * @description What it does, in one line.
             * @default
             */
            description?: string;
        };
        /** @description A new version. Its content is the draft, or `content`, or an older version (`restore`). With `content` or `restore`, a draft with edits stays unchanged. */
        NewVersion: {
            /**
             * @description Version notes.
             * @default
             */
            changelog?: string;
            content?: components["schemas"]["DocumentInput"] | null;
            /** @description Number of the version to restore. */
            restore?: number | null;
        };
        /** @description A new workflow. Without a `slug`, the service derives one from the title. `content` is the initial draft. */
        NewWorkflow: {
            /** @example Lesson plan in four steps */
            title: string;
            /** @example lesson-plan */
            slug?: string | null;
            /**
             * @description The result of the workflow, in one line.
             * @default
             */
            summary?: string;
            content?: components["schemas"]["DocumentInput"] | null;
        };
        /** @description News item about something you follow. `workflow` is null for a new project. */
        News: {
            /** @enum {string} */
            kind: "project" | "version" | "remix";
            /** Format: date-time */
            at: string;
            because: components["schemas"]["Because"];
            project: components["schemas"]["ProjectSummary"];
            workflow: components["schemas"]["NewsWorkflow"] | null;
        };
        NewsPage: {
            data: components["schemas"]["News"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Workflow with a new version, or a remix. `changelog` holds the version notes. */
        NewsWorkflow: {
            slug: string;
            title: string;
            version: number;
            changelog: string;
        };
        /** @description Confirmation of a request. The text is the same whether or not the account exists. */
        Notice: {
            detail: string;
        };
        /** @description Notification of one or more similar events. While it is unread, further events are added to it. */
        Notification: {
            /** Format: uuid */
            notification_id: string;
            seq: number;
            /** @enum {string} */
            kind: "star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation";
            title: string;
            path: string | null;
            actors: components["schemas"]["Actor"][];
            actor_count: number;
            event_count: number;
            subject: components["schemas"]["About"] | null;
            note: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            read_at: string | null;
        };
        NotificationPage: {
            data: components["schemas"]["Notification"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Notification settings. `site` lists the kinds shown on the site; `mail` lists those included in a digest. */
        NotificationPreferences: {
            site: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            mail: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            /** @enum {string} */
            digest: "off" | "daily" | "weekly";
            version: number;
        };
        /** @description Project that you are a member of since `since`. You can restore it for 30 days after `deleted_at`. */
        OwnProject: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            tagline: string;
            cover_url: string | null;
            tags: string[];
            license: string | null;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            /** @enum {string} */
            status: "draft" | "published" | "archived" | "removed";
            stars: number;
            forks: number;
            comments: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            published_at: string | null;
            /** Format: date-time */
            deleted_at: string | null;
            /** @enum {string} */
            role: "owner" | "editor" | "viewer";
            /** Format: date-time */
            since: string;
        };
        OwnProjectPage: {
            data: components["schemas"]["OwnProject"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        OwnVote: {
            /** Format: uuid */
            comment_id: string;
            /** @enum {integer} */
            value: 1 | -1;
        };
        OwnVotePage: {
            data: components["schemas"]["OwnVote"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        Owner: {
            handle: string;
            display_name: string;
            avatar_url: string | null;
        };
        /** @description A step or variable that differs. `key` is the step's key or the variable's name. Positions start at 0; a position is null on a side without the part. `moved` is true when its order relative to the remaining parts changed; a changed part can be moved, too. `step` or `variable` is the complete part that was added or removed. */
        PartChange: {
            key: string;
            /** @enum {string} */
            kind: "added" | "removed" | "changed" | "moved";
            moved: boolean;
            old_position: number | null;
            new_position: number | null;
            step: components["schemas"]["Step"] | null;
            variable: components["schemas"]["Variable"] | null;
            fields: components["schemas"]["FieldChange"][];
        };
        PasswordChange: {
            /** Format: password */
            current_password: string;
            /**
             * Format: password
             * @description 12 to 128 characters that are hard to guess, such as a few random words.
             */
            new_password: string;
        };
        /** @description Password and the account data that it must not be based on. Omit unknown data. */
        PasswordCheck: {
            /** Format: password */
            password: string;
            handle?: string;
            email?: string;
            display_name?: string;
        };
        PasswordReset: {
            /** @description Token from the mailed link. */
            token: string;
            /**
             * Format: password
             * @description 12 to 128 characters that are hard to guess, such as a few random words.
             */
            password: string;
        };
        /** @description Result of a password check. Both fields are null when the password is strong enough. */
        PasswordVerdict: {
            /** @enum {string|null} */
            code: "too_short" | "too_long" | "too_common" | "too_personal" | "too_weak" | null;
            message: string | null;
        };
        /** @description Subject of a mailed link: the address of a new account, or the new address of an existing account. */
        PendingConfirmation: {
            /** @enum {string} */
            purpose: "registration" | "email_change";
            handle: string;
            email: string;
        };
        /** @description Pinned version of a workflow. */
        Pin: {
            workflow: string;
            title: string;
            version: number;
        };
        /** @description Comment with its project. */
        PlacedComment: {
            /** Format: uuid */
            comment_id: string;
            /** Format: uuid */
            project_id: string;
            /** Format: uuid */
            parent_id: string | null;
            depth: number;
            author: components["schemas"]["Owner"] | null;
            body: string | null;
            mentions: string[];
            on: components["schemas"]["CommentedStep"] | null;
            ups: number;
            downs: number;
            replies: number;
            deleted: boolean;
            removed: boolean;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            edited_at: string | null;
            thread: components["schemas"]["Comment"][];
            next_cursor: string | null;
            project: components["schemas"]["CommentedProject"];
        };
        /** @description Error (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @example about:blank
             */
            type: string;
            /** @description HTTP phrase of the status. */
            title: string;
            status: number;
            /** @description Explanation for people. */
            detail: string;
            /**
             * @description Stable code for programs.
             * @example not_found
             */
            code: string;
            request_id: string;
            errors?: {
                /** @description Location as a JSON pointer (RFC 6901); "" is the whole input. */
                pointer: string;
                code: string;
                message: string;
            }[];
            /** @description Minimum number of errors that are not in `errors`. Absent if `errors` is complete. */
            more_errors?: number;
        };
        /** @description Changes to a profile. Omitted fields stay unchanged. */
        Profile: {
            /** @description Letters, digits and single hyphens between them. Stored in lower case. */
            handle?: string;
            display_name?: string;
            bio?: string;
            links?: components["schemas"]["ProfileLinkInput"][];
            /** Format: uri */
            avatar_url?: string | null;
        };
        ProfileLink: {
            label: string;
            /** Format: uri */
            url: string;
        };
        ProfileLinkInput: {
            label: string;
            /** Format: uri */
            url: string;
        };
        /** @description Project. `handle` and `slug` form its address. `published_at` is the time of the first publication, or null. */
        Project: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            tagline: string;
            cover_url: string | null;
            tags: string[];
            license: string | null;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            /** @enum {string} */
            status: "draft" | "published" | "archived" | "removed";
            stars: number;
            forks: number;
            comments: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            published_at: string | null;
            body: string;
            links: components["schemas"]["Link"][];
            version: number;
        };
        /** @description Changes to a project. Omitted fields stay unchanged. Only the owner can change `slug` and `visibility`. A former slug redirects to the project. */
        ProjectChanges: {
            title?: string;
            slug?: string;
            tagline?: string;
            /** @description Markdown. */
            body?: string;
            links?: components["schemas"]["LinkInput"][];
            /** Format: uri */
            cover_url?: string | null;
            /** @description All tags, in order. */
            tags?: string[];
            /** @description An identifier from the SPDX license list. */
            license?: string | null;
            /** @enum {string} */
            visibility?: "public" | "unlisted" | "private";
        };
        /** @description Project in a list. */
        ProjectSummary: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            tagline: string;
            cover_url: string | null;
            tags: string[];
            license: string | null;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            /** @enum {string} */
            status: "draft" | "published" | "archived" | "removed";
            stars: number;
            forks: number;
            comments: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            published_at: string | null;
        };
        ProjectSummaryOrExplainedProjectPage: {
            data: (components["schemas"]["ProjectSummary"] | components["schemas"]["ExplainedProject"])[];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        ProjectSummaryPage: {
            data: components["schemas"]["ProjectSummary"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Entry of the public moderation log. `reported` is true if the admin acted on a report. */
        PublicEntry: {
            /** @enum {string} */
            action: "removed" | "restored" | "suspended" | "unsuspended";
            /** @enum {string} */
            kind: "project" | "comment" | "collection" | "maker";
            /** @enum {string|null} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other" | null;
            reported: boolean;
            /** Format: date-time */
            created_at: string;
        };
        PublicEntryPage: {
            data: components["schemas"]["PublicEntry"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description A pull of updates. `resolutions` resolve conflicts by their `id`. They require `to` and `onto`, the two versions that the conflicts are between. */
        Pull: {
            /** @description Version of the source to pull. Defaults to the newest. */
            to?: number | null;
            /** @description Your newest version. If it differs, the response is 409 `head_moved`. */
            onto?: number | null;
            resolutions?: {
                [key: string]: components["schemas"]["Resolution"];
            };
            /**
             * @description Version notes. Generated if omitted.
             * @default
             */
            changelog?: string;
        };
        /** @description Members of the problem `pull_conflicts`: the fields that both sides changed differently, and the two versions. Send `to` and `onto` with the resolutions. `conflicts` has the first 20 kB; `more_conflicts` is the number of omitted ones, which `GET …/upstream` lists. */
        PullConflicts: {
            to: number;
            onto: number;
            conflicts: components["schemas"]["Conflict"][];
            more_conflicts: number;
        };
        /** @description The result of a pull. `saved` is your newest version; `base_number` is the source's version that it contains. `draft` is `followed` when your draft had no edits and equals the new version. It is `merged` when the pulled changes were added to your edits. It is `kept` when the pull didn't change the draft, or the merged draft would be too large. */
        Pulled: {
            saved: components["schemas"]["Version"];
            base_number: number;
            /** @enum {string} */
            draft: "followed" | "merged" | "kept";
        };
        /** @description Notifications to mark as read. Pass either their ids or a `seq` up to which all are read. */
        ReadMarks: {
            notification_ids?: string[];
            /** @description The `seq` of a notification. */
            up_to?: number;
        };
        /** @description Invitation to you. Its link contains `token`. */
        ReceivedInvitation: {
            token: string;
            project: components["schemas"]["InvitedTo"];
            /** @enum {string} */
            role: "editor" | "viewer";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
        };
        ReceivedInvitationPage: {
            data: components["schemas"]["ReceivedInvitation"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        Refresh: {
            refresh_token: string;
        };
        Refusal: {
            /**
             * @description Shown to the maker who made the suggestion.
             * @default
             */
            reason?: string;
        };
        /** @description Registration without a password. The owner of the address sets the password at confirmation. */
        Registration: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
            /**
             * @description Letters, digits and single hyphens between them. Stored in lower case.
             * @example ada
             */
            handle: string;
        };
        /** @description A workflow of the family with its current address. */
        Relative: {
            /** Format: uuid */
            workflow_id: string;
            handle: string;
            project: string;
            slug: string;
            title: string;
            head_number: number | null;
            /** Format: date-time */
            created_at: string;
        };
        Removal: {
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            note: string;
            /** Format: date-time */
            removed_at: string;
        };
        /** @description Removed project, comment (with `author` and `body`) or collection. `was` is the status of a project before its removal. */
        RemovedItem: {
            /** @enum {string} */
            kind: "project" | "comment" | "collection";
            handle: string;
            slug: string;
            title: string;
            /** Format: uuid */
            comment_id: string | null;
            author: string | null;
            body: string | null;
            was: string | null;
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            note: string;
            removed_by: string;
            /** Format: date-time */
            removed_at: string;
        };
        RemovedItemPage: {
            data: components["schemas"]["RemovedItem"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        Rendered: {
            steps: components["schemas"]["RenderedStep"][];
        };
        /** @description A rendered step, ready to copy. `waiting_for` lists the outputs for which `text` contains only a mark ⟦name⟧. */
        RenderedStep: {
            key: string;
            /** @enum {string} */
            kind: "prompt" | "manual";
            title: string;
            text: string;
            segments: components["schemas"]["Segment"][];
            waiting_for: string[];
            tool: string | null;
            model: string | null;
            parameters: {
                [key: string]: string | number | boolean;
            };
            output: string | null;
        };
        /** @description Report that you filed. `answer` is the message of an admin about the outcome, possibly empty. */
        Report: {
            /** Format: uuid */
            report_id: string;
            target: components["schemas"]["Reported"];
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            note: string;
            /** @enum {string} */
            status: "open" | "actioned" | "dismissed";
            answer: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            settled_at: string | null;
        };
        ReportPage: {
            data: components["schemas"]["Report"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Reported target with its current names. Names that you can no longer see are null. */
        Reported: {
            /** @enum {string} */
            kind: "project" | "workflow" | "comment" | "maker" | "collection";
            handle: string | null;
            slug: string | null;
            workflow: string | null;
            /** Format: uuid */
            comment_id: string | null;
        };
        /** @description The winner of a conflict. With `take` `value`, the field gets `value`; only conflicts over a field accept it. */
        Resolution: {
            /** @enum {string} */
            take: "ours" | "theirs" | "value";
            value?: unknown;
        };
        RoleChange: {
            /** @enum {string} */
            role: "maker" | "admin";
        };
        /** @description Score of a project: `hot` = `marks_term` + `age_term`. */
        Score: {
            hot: number;
            stars: number;
            forks: number;
            commenters: number;
            /** Format: date-time */
            published_at: string | null;
            marks_term: number;
            age_term: number;
            formula: string;
        };
        /** @description Suggestion. `path` is the path of the item in this API. */
        SearchSuggestion: {
            /** @enum {string} */
            type: "project" | "maker" | "tag" | "tool";
            text: string;
            path: string;
        };
        SearchSuggestions: {
            data: components["schemas"]["SearchSuggestion"][];
        };
        /** @description A segment of a step's text. A `text` is literal text of the template, and a `value` is the value of `name`. A `slot` is a mark for the output `name` of an earlier step, which is not known yet. The step's text is the concatenation of all segments. */
        Segment: {
            /** @enum {string} */
            kind: "text" | "value" | "slot";
            text: string;
            name: string | null;
        };
        Session: {
            /** Format: uuid */
            id: string;
            device: string;
            user_agent: string;
            ip: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            last_used_at: string;
            /** Format: date-time */
            expires_at: string;
            current: boolean;
        };
        SessionPage: {
            data: components["schemas"]["Session"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description File of the sitemap with `urls` addresses, built at `built_at`. */
        SitemapFile: {
            name: string;
            urls: number;
            /** Format: date-time */
            built_at: string;
        };
        SitemapFilePage: {
            data: components["schemas"]["SitemapFile"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Text of a target at the time of a report. */
        Snapshot: {
            /** Format: uuid */
            snapshot_id: string;
            content: unknown;
            /** Format: date-time */
            taken_at: string;
        };
        /** @description The source of a remix with its current address. */
        Source: {
            handle: string;
            project: string;
            workflow: string;
            title: string;
            head_number: number;
        };
        /** @description Project that you starred. `starred_at` is the time of the star. */
        StarredProject: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            tagline: string;
            cover_url: string | null;
            tags: string[];
            license: string | null;
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            /** @enum {string} */
            status: "draft" | "published" | "archived" | "removed";
            stars: number;
            forks: number;
            comments: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            published_at: string | null;
            /** Format: date-time */
            starred_at: string;
        };
        StarredProjectPage: {
            data: components["schemas"]["StarredProject"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description A prompt or a manual task. `output` is the name of its result in the templates of later steps. */
        Step: {
            /** @description Permanent name of the step: lower-case letters, digits, `-` and `_`. */
            key: string;
            /** @enum {string} */
            kind: "prompt" | "manual";
            title: string;
            /** @description Text with `{{name}}` slots. */
            template: string;
            /** @description Slug of a tool in the catalogue. */
            tool: string | null;
            model: string | null;
            parameters: {
                [key: string]: string | number | boolean;
            };
            output: string | null;
        };
        /** @description A prompt or a manual task. `output` is the name of its result in the templates of later steps. */
        StepInput: {
            /** @description Permanent name of the step: lower-case letters, digits, `-` and `_`. */
            key: string;
            /**
             * @default prompt
             * @enum {string}
             */
            kind?: "prompt" | "manual";
            /** @default  */
            title?: string;
            /**
             * @description Text with `{{name}}` slots.
             * @default
             */
            template?: string;
            /** @description Slug of a tool in the catalogue. */
            tool?: string | null;
            model?: string | null;
            parameters?: {
                [key: string]: string | number | boolean;
            };
            output?: string | null;
        };
        /** @description Suggestion of a tool. `maker` is the handle of the maker who sent it. `tool` is the slug of the resulting tool; `reason` explains why it was declined. */
        Suggestion: {
            /** Format: uuid */
            suggestion_id: string;
            maker: string;
            name: string;
            url: string;
            /** @enum {string} */
            kind: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
            note: string;
            /** @enum {string} */
            status: "pending" | "accepted" | "declined";
            reason: string;
            tool: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            decided_at: string | null;
        };
        SuggestionPage: {
            data: components["schemas"]["Suggestion"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Members of the problem `account_suspended`: the reason and the admin's note, which may be empty. */
        Suspended: {
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            note: string;
        };
        /** @description Tag. `projects` is the number of public, published projects with this tag. */
        Tag: {
            name: string;
            projects: number;
        };
        TagPage: {
            data: components["schemas"]["Tag"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Target of a report. Name a maker by `handle`, a project or a collection by `handle` and `slug`. Name a workflow by `handle`, `slug` and `workflow`, and a comment by `comment_id`. Omit all other fields. */
        Target: {
            /** @enum {string} */
            kind: "project" | "workflow" | "comment" | "maker" | "collection";
            handle?: string | null;
            slug?: string | null;
            workflow?: string | null;
            /** Format: uuid */
            comment_id?: string | null;
        };
        /** @description Tokens (RFC 6749 §5.1). `expires_in` is in seconds. A refresh token works once; always store the latest. */
        Tokens: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            expires_in: number;
            refresh_token: string;
            /** Format: uuid */
            session_id: string;
        };
        /** @description Tool of the catalogue. `used_by` counts workflows of public, published projects whose newest version has a step for the tool. */
        Tool: {
            /** Format: uuid */
            tool_id: string;
            slug: string;
            name: string;
            vendor: string;
            url: string;
            /** @enum {string} */
            kind: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
            description: string;
            used_by: number;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Changes to a tool. Omitted members keep their values. The slug cannot change. */
        ToolChanges: {
            name?: string;
            vendor?: string;
            /** Format: uri */
            url?: string;
            /** @enum {string} */
            kind?: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
            description?: string;
        };
        ToolPage: {
            data: components["schemas"]["Tool"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Request to transfer a project to the member with this `handle`. */
        Transfer: {
            /** @example grace */
            handle: string;
        };
        /** @description Trending tag or tool. `name` is a tag or a tool's slug; `title` is the display name. */
        Trend: {
            name: string;
            title: string;
            score: number;
            recent: number;
            before: number;
        };
        /** @description The 20 tags and 20 tools with the highest trend scores. `counted_at` is null before the first count. */
        Trends: {
            tags: components["schemas"]["Trend"][];
            tools: components["schemas"]["Trend"][];
            /** Format: date-time */
            counted_at: string | null;
        };
        /** @description Number of unread notifications and the last assigned `seq`. */
        UnreadCount: {
            unread: number;
            seq: number;
        };
        /** @description The state of a remix relative to its source. `base_number` is the version pulled last; `head_number` is your own newest version. `newer` lists the later versions of the source, the newest first, at most 20. `conflicts` lists the conflicts of a pull. `source` and `base_number` are null when the source is `gone`: deleted, or hidden from you. */
        Upstream: {
            /** @enum {string} */
            state: "up_to_date" | "behind" | "gone";
            versions_behind: number;
            forked_from: components["schemas"]["Attribution"];
            source: components["schemas"]["Source"] | null;
            base_number: number | null;
            head_number: number;
            newer: components["schemas"]["VersionSummary"][];
            conflicts: components["schemas"]["Conflict"][];
        };
        /** @description A variable that a reader fills in. `default` and `example` are text for every type, such as `0.7` or `true`. */
        Variable: {
            /**
             * @description Letters, digits and `_`, starting with a letter.
             * @example topic
             */
            name: string;
            /** @enum {string} */
            type: "text" | "long_text" | "number" | "choice" | "boolean";
            /** @description Label in the form. Defaults to the name. */
            label: string;
            description: string;
            required: boolean;
            default: string | null;
            /** @description Choices of a variable of type `choice`. */
            choices: string[];
            example: string | null;
        };
        /** @description A variable that a reader fills in. `default` and `example` are text for every type, such as `0.7` or `true`. */
        VariableInput: {
            /**
             * @description Letters, digits and `_`, starting with a letter.
             * @example topic
             */
            name: string;
            /**
             * @default text
             * @enum {string}
             */
            type?: "text" | "long_text" | "number" | "choice" | "boolean";
            /**
             * @description Label in the form. Defaults to the name.
             * @default
             */
            label?: string;
            /** @default  */
            description?: string;
            /** @default true */
            required?: boolean;
            default?: string | null;
            /** @description Choices of a variable of type `choice`. */
            choices?: string[];
            example?: string | null;
        };
        /** @description A version. Only its labels can change. */
        Version: {
            /** Format: uuid */
            version_id: string;
            number: number;
            changelog: string;
            content_hash: string;
            author: components["schemas"]["Author"];
            steps: number;
            variables: number;
            labels: string[];
            /** Format: date-time */
            created_at: string;
            content: components["schemas"]["Document"];
        };
        /** @description The changes that turn `old` into `new`. */
        VersionDiff: {
            old: components["schemas"]["VersionSummary"];
            new: components["schemas"]["VersionSummary"];
            changes: components["schemas"]["DocumentDiff"];
        };
        /** @description A version in a list. `content_hash` is the SHA-256 of the document's canonical form, in hexadecimal. */
        VersionSummary: {
            /** Format: uuid */
            version_id: string;
            number: number;
            changelog: string;
            content_hash: string;
            author: components["schemas"]["Author"];
            steps: number;
            variables: number;
            labels: string[];
            /** Format: date-time */
            created_at: string;
        };
        VersionSummaryPage: {
            data: components["schemas"]["VersionSummary"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
        /** @description Vote on a comment: 1 is an upvote, -1 a downvote. */
        Vote: {
            /** @enum {integer} */
            value: 1 | -1;
        };
        /** @description A workflow. `handle`, `project` and `slug` are its address. `head_number` is its newest version; `steps` and `variables` are counts of that version. `head_number` is null before the first version; until then only members of the project see the workflow. */
        Workflow: {
            /** Format: uuid */
            workflow_id: string;
            handle: string;
            project: string;
            slug: string;
            title: string;
            summary: string;
            head_number: number | null;
            steps: number;
            variables: number;
            forked_from: components["schemas"]["Attribution"] | null;
            version: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Changes to a workflow. Omitted fields keep their values. The slug is fixed after the first version, because other pages may link to it. */
        WorkflowChanges: {
            title?: string;
            slug?: string;
            summary?: string;
        };
        /** @description An exported workflow. It contains no owner and no version number, because a file grants no rights. */
        WorkflowFile: {
            /** @enum {string} */
            format: "aipoweredmakers.workflow";
            /** @enum {integer} */
            format_version: 1;
            title: string;
            /** @default  */
            summary?: string;
            content: components["schemas"]["DocumentInput"];
        };
        WorkflowName: {
            /** Format: uuid */
            workflow_id: string;
            slug: string;
            title: string;
            summary: string;
            head_number: number | null;
        };
        WorkflowPage: {
            data: components["schemas"]["Workflow"][];
            /** @description Cursor of the next page, or null on the last page. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description The request is malformed. */
        BadRequest: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large. Code: `body_too_large`. */
        ContentTooLarge: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description You may not perform this action. Code: `admin_only`. */
        Forbidden: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource does not exist, or you have no access. Code: `not_found`. */
        NotFound: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource has a new address. Repeat the request there. Code: `moved`. */
        PermanentRedirect: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                Location: components["headers"]["Location"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The resource has changed since you read it. Code: `stale`. */
        PreconditionFailed: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description If-Match is missing. Code: `if_match_required`. */
        PreconditionRequired: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body arrived too slowly. Code: `body_too_slow`. */
        RequestTimeout: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service is temporarily unavailable. Code: `unavailable`. */
        ServiceUnavailable: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The rate limit is exceeded. Code: `rate_limited`. */
        TooManyRequests: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The path and query string are too long. Code: `uri_too_long`. */
        URITooLong: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The access token is missing or invalid. Code: `unauthorized`, `invalid_token`, `unsupported_scheme`. */
        Unauthorized: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`. */
        UnprocessableContent: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not `application/json` in UTF-8, or has a Content-Encoding. Code: `unsupported_media_type`, `unsupported_encoding`. */
        UnsupportedMediaType: {
            headers: {
                "X-Request-Id": components["headers"]["X-Request-Id"];
                "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                RateLimit: components["headers"]["RateLimit"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description ETags of the versions that you have. */
        "If-None-Match": string;
        /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
        "If-Match": string;
        /** @description Last `id` received from this stream. The stream starts with the events after it. */
        "Last-Event-ID": string;
        /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
        "Idempotency-Key": string;
        /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
        "X-Request-Id": string;
    };
    requestBodies: never;
    headers: {
        /** @description Id of the request. Every log line of the request contains it. */
        "X-Request-Id": string;
        /** @description Version of the resource. */
        ETag: string;
        /** @description Path of the resource. */
        Location: string;
        /** @description Rate limit: quota `q` per `w` seconds. */
        "RateLimit-Policy": string;
        /** @description Remaining quota: `r` requests; full again in `t` seconds. */
        RateLimit: string;
        /** @description Seconds to wait before a retry. */
        "Retry-After": number;
        /** @description Challenge (RFC 6750 §3). */
        "WWW-Authenticate": string;
        /** @description `true` on a stored response. */
        "Idempotency-Replayed": "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    index: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Index"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is temporarily unavailable. Code: `unavailable`. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    livez: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is temporarily unavailable. Code: `unavailable`. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readyz: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is temporarily unavailable. Code: `unavailable`. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openapi_document: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request is malformed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service is temporarily unavailable. Code: `unavailable`. */
            503: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Registration"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `handle_taken`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    verify_email: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailVerification"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Confirmed"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `email_taken`, `handle_taken`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkToken"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingConfirmation"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    resend_confirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedIn"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The access token is missing or invalid. Code: `invalid_credentials`. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description You may not perform this action. Code: `account_suspended`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] | (components["schemas"]["Problem"] & components["schemas"]["Suspended"]);
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            400: components["responses"]["BadRequest"];
            /** @description The access token is missing or invalid. Code: `invalid_refresh_token`. */
            401: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    forgot_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Address"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    check_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordCheck"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasswordVerdict"];
                };
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    reset_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_other_sessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                session_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_me: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Deletion"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `wrong_password`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `last_admin`, `has_shared_projects`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    update_me: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 65,536 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Profile"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `handle_taken`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `wrong_password`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `changed_meanwhile`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    change_email: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description Accepted. */
            202: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notice"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `wrong_password`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `unchanged`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_maker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Maker"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_projects: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                sort?: "hot" | "new" | "top";
                window?: "day" | "week" | "month" | "year" | "all";
                /** @description Only projects with this tag. */
                tag?: string;
                /** @description Only projects with a workflow that uses this tool. */
                tool?: string;
                /** @description Only projects with this SPDX license. Not with `tag` or `tool`. */
                license?: string;
                explain?: "0" | "1";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectSummaryOrExplainedProjectPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 655,360 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProject"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `slug_taken`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    update_project: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 655,360 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectChanges"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`, `owner_only`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `slug_taken`, `archived`, `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    publish_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `archived`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    archive_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `not_published`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unarchive_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `not_published`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    restore_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_maker_projects: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectSummaryPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_projects: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                role?: "owner" | "editor" | "viewer";
                status?: "draft" | "published" | "archived" | "removed" | "deleted";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnProjectPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_project_members: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    change_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                member: string;
            };
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `is_owner`, `archived`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    remove_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `is_owner`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_project_invitations: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description The resource already existed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `already_member`, `too_many_invitations`, `too_many_members`, `archived`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdraw_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    transfer_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `slug_taken`, `account_inactive`, `archived`, `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_invitations: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedInvitationPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedInvitation"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accept_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Membership"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `too_many_members`, `archived`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    decline_invitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `accepted`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_workflows: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 1,572,864 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWorkflow"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `archived`, `removed`, `slug_taken`, `too_many_workflows`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_workflow_for_good: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `archived`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    update_workflow_details: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        /** @description At most 262,144 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowChanges"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `archived`, `removed`, `slug_taken`, `slug_fixed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_draft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    save_draft: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        /** @description At most 1,572,864 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDraft"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Draft"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `archived`, `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_workflow_versions: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionSummaryPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    save_version: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        /** @description At most 1,572,864 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVersion"];
            };
        };
        responses: {
            /** @description The resource already existed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `archived`, `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`, `secret_found`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_version: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
                version: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Version"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    render_version: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
                version: string;
            };
            cookie?: never;
        };
        /** @description At most 1,572,864 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Inputs"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rendered"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    diff_versions: {
        parameters: {
            query: {
                /** @description The older version. */
                from: string;
                /** @description The newer version. */
                to?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VersionDiff"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_workflow_labels: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
                name: string;
            };
            cookie?: never;
        };
        /** @description At most 262,144 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelTarget"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `archived`, `removed`, `too_many_labels`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    remove_label: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `archived`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    export_workflow: {
        parameters: {
            query?: {
                format?: "json" | "md";
                /** @description A number, a label or `latest`. */
                version?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    import_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 1,572,864 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkflowFile"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `archived`, `removed`, `too_many_workflows`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`, `secret_found`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    fork_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        /** @description At most 262,144 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemix"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workflow"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `archived`, `removed`, `slug_taken`, `too_many_workflows`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_lineage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lineage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_upstream: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    pull_upstream: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        /** @description At most 1,572,864 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Pull"];
            };
        };
        responses: {
            /** @description The resource already existed. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pulled"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pulled"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `pull_conflicts`, `no_upstream`, `head_moved`, `archived`, `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] | (components["schemas"]["Problem"] & components["schemas"]["PullConflicts"]);
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description The input is invalid. `errors` lists each error with its location. Code: `invalid_input`, `secret_found`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_tags: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_tag_projects: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectSummaryPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_tools: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                kind?: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
                sort?: "name" | "use";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ToolPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_tool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTool"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `slug_taken`, `name_taken`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_tool_suggestions: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                status?: "pending" | "accepted" | "declined";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuggestionPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_suggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSuggestion"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `suggested_already`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    accept_suggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                suggestion_id: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Acceptance"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `decided`, `slug_taken`, `name_taken`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    decline_suggestion: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                suggestion_id: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Refusal"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestion"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `decided`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_tool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    update_tool: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ToolChanges"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tool"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `name_taken`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_tool_projects: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectSummaryPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_tool_workflows: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    star_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unstar_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_project_stargazers: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedMakerPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_stars: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StarredProjectPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_reactions: {
        parameters: {
            query?: {
                /** @description Up to 100 project ids, separated by commas. */
                projects?: string;
                /** @description Up to 100 maker handles, separated by commas. */
                makers?: string;
                /** @description Up to 100 tags, separated by commas. */
                tags?: string;
                /** @description Up to 100 tool slugs, separated by commas. */
                tools?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Marks"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_follows: {
        parameters: {
            query: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                kind: "maker" | "project" | "tag" | "tool";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    follow_maker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unfollow_maker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    follow_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unfollow_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    follow_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unfollow_tag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    follow_tool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    unfollow_tool: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_maker_followers: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedMakerPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_maker_following: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedMakerPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description Words, "phrases" in quotes, `or` between words, and `-word` to exclude a word. */
                q: string;
                type?: "projects" | "workflows" | "makers" | "tools" | "all";
                /** @description Maximum number of items on the page. `all` returns a few of each type. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    suggest: {
        parameters: {
            query: {
                /** @description The text typed so far. */
                q: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchSuggestions"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_comments: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                sort?: "best" | "new";
                /** @description Only threads on steps of this workflow. */
                workflow?: string;
                /** @description Only threads on this step. Requires `workflow`. */
                step?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 65,536 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewComment"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `duplicate_comment`, `parent_gone`, `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_own_votes: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnVotePage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacedComment"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    update_comment: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        /** @description At most 65,536 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommentEdit"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Comment"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `removed`, `quota_exceeded`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_comment_replies: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommentPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    vote_on_comment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Vote"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    withdraw_vote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReport"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `already_reported`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_reports: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReportPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_my_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                report_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_project_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removal"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_comment_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removal"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_collection_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removal"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_moderation_log: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicEntryPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_reports: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                status?: "open" | "actioned" | "dismissed";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CasePage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseDetail"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    act_on_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Action"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `admin_only`, `own_case`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `decided`, `gone`, `last_admin`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    dismiss_report: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                case_id: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Dismissal"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `admin_only`, `own_case`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `decided`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_removed_items: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                kind?: "project" | "comment" | "collection";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RemovedItemPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_any_project: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminProject"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_any_workflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
                workflow: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminWorkflow"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_project_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemoval"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_project_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `admin_only`, `own_case`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_comment_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemoval"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_comment_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                comment_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `admin_only`, `own_case`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_collection_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRemoval"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_collection_removal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `admin_only`, `own_case`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_all_makers: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                /** @description Prefix of a handle, or a complete email address. */
                q?: string;
                status?: "active" | "suspended" | "deleted";
                role?: "maker" | "admin";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdminMakerPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_audit_log: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                /** @description Handle of an admin. */
                actor?: string;
                action?: string;
                target?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_role: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        /** @description At most 4,096 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `last_admin`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_suspension: {
        parameters: {
            query?: {
                reason?: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `last_admin`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_suspension: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
                unread?: boolean;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    count_unread: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnreadCount"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    stream_notifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Last `id` received from this stream. The stream starts with the events after it. */
                "Last-Event-ID"?: components["parameters"]["Last-Event-ID"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description The request is malformed. Code: `invalid_last_event_id`. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    mark_notifications_read: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMarks"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["RequestTimeout"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_notification_preferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    set_notification_preferences: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 16,384 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPreferences"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            408: components["responses"]["RequestTimeout"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    create_collection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes retries safe: 1 to 100 printable ASCII characters, such as a UUID. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description At most 32,768 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCollection"];
            };
        };
        responses: {
            /** @description Created. */
            201: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `account_inactive`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `in_flight`, `slug_taken`, `too_many_collections`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_collection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_collection: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    update_collection: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 32,768 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CollectionChanges"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_collection_items: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    order_collection: {
        parameters: {
            query?: never;
            header: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETag that you read, or `*`. Only its version number is compared, so `"7"` works, too. */
                "If-Match": components["parameters"]["If-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        /** @description At most 65,536 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrder"];
            };
        };
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Collection"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            428: components["responses"]["PreconditionRequired"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    put_collection_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                owner: string;
                project: string;
            };
            cookie?: never;
        };
        /** @description At most 32,768 bytes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewItem"];
            };
        };
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            408: components["responses"]["RequestTimeout"];
            /** @description The request conflicts with the current state. Code: `collection_full`, `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["ContentTooLarge"];
            414: components["responses"]["URITooLong"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    delete_collection_item: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                handle: string;
                slug: string;
                owner: string;
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content. */
            204: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description You may not perform this action. Code: `not_yours`. */
            403: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            404: components["responses"]["NotFound"];
            /** @description The request conflicts with the current state. Code: `removed`. */
            409: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_maker_collections: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_my_collections: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_feed: {
        parameters: {
            query?: {
                /** @description Maximum number of items on the page. */
                limit?: number;
                /** @description The `next_cursor` of the previous page. */
                cursor?: string;
            };
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsPage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_trending: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trends"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_newest_atom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_tag_atom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_maker_atom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_project_atom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                handle: string;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            308: components["responses"]["PermanentRedirect"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    list_sitemap_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SitemapFilePage"];
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
    get_sitemap_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description Your request id: 1 to 64 characters of `A-Z a-z 0-9 . _ : -`. Invalid ids are replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags of the versions that you have. */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "*/*": unknown;
                };
            };
            /** @description The resource has not changed. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
                    RateLimit: components["headers"]["RateLimit"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            414: components["responses"]["URITooLong"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["ServiceUnavailable"];
        };
    };
}
