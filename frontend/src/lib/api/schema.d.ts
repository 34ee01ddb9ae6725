// Made by `pnpm api:types` from openapi.json. Do not edit.
export interface paths {
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the API and its documents are */
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
        /** Whether the process answers at all. Asks nothing of anybody */
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
         * Whether this process should get requests; otherwise 503 with the reason
         * @description The database answers, accepts writes and has a schema that is new enough, the clocks agree, and the process is not draining. Redis is not asked: reads go on without it.
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
        /** This document */
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
         * Asks for an account. The owner of the address creates it by following the link in the mail
         * @description 202 also when the address has an account: then the mail says so.
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
         * Confirms an address with the token of a mailed link and a password
         * @description For a new account the password is the one to set. 409 `handle_taken` when somebody else has the handle: repeat the request with another `handle`. For a changed address it is the account's password, as the mail alone must not be enough: whoever asked for the change need not own the address. A link works once.
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
        /** What a mailed link is about to confirm. 422 when it is used, has expired, or never was one */
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
        /** Sends the mail of the latest registration with this address again, if one waits */
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
         * Starts a session. 401 is the same for an unknown address and a wrong password
         * @description 403 `account_suspended` comes after the right password only, and says why. 503 while attempts cannot be counted.
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
         * Trades a refresh token for an access token and the next refresh token (RFC 9700 §4.14.2)
         * @description The same token within ten seconds gives the same successor, as answers get lost and tabs race. Any older one has been stolen, or its thief was first: the session ends.
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
        /** Ends this session. Its access token is refused from the answer on */
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
         * Sends a link that sets a new password, if there is an account with this address
         * @description Repeated requests send no further mail while a recent link still works; they never make a link invalid.
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
        /** Says whether a password would be accepted for an account with these words, and if not, why. Stores nothing */
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
        /** Sets a new password with the token of a mailed link, and ends all sessions */
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
        /** One's sessions, the last used first; always one page */
        get: operations["list_sessions"];
        put?: never;
        post?: never;
        /** Logs all of one's devices out but this one */
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
        /** Logs one of one's devices out */
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
        /** One's own account */
        get: operations["get_me"];
        put?: never;
        post?: never;
        /**
         * Deletes one's account: the profile and all that names a person goes, what others built on stays
         * @description 409 `has_shared_projects` while others work on projects you own: they would lose those with you.
         */
        delete: operations["delete_me"];
        options?: never;
        head?: never;
        /** Changes one's profile. A new handle leaves the old one reserved for 90 days, and links to it lead on */
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
        /** Changes one's password, and ends all sessions but this one */
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
        /** Asks for another address. It changes when the link in the mail to it is confirmed with your password */
        put: operations["change_email"];
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
         * Makes a maker an admin, or an admin a maker. 409 `last_admin` for the only one there is
         * @description For admins.
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
         * Suspends a maker: all sessions end at once, and nobody can log in. What was published stays
         * @description For admins.
         */
        put: operations["put_suspension"];
        post?: never;
        /**
         * Lets a suspended maker log in again
         * @description For admins.
         */
        delete: operations["delete_suspension"];
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
        /** A maker's profile. An old handle leads to the new one (308) while it is reserved */
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
         * Public projects: the hottest, the newest, or the most starred of those published within a window first
         * @description `hot` weighs stars, remixes and commenters against the time of publishing. `window` goes with `sort=top`: a day, 7, 30 or 365 days, or all. With `explain=1` each project has a `score`, which tells what its rank comes from.
         */
        get: operations["list_projects"];
        put?: never;
        /** A new draft. Without a slug it gets one from its title, with a number when that is taken */
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
        /** One project. A former handle or slug leads on to where it is found today (308) */
        get: operations["get_project"];
        put?: never;
        post?: never;
        /** Deletes a project. For 30 days it can be restored, and keeps its slug */
        delete: operations["delete_project"];
        options?: never;
        head?: never;
        /** Changes a project. Its owner and its editors may; slug and visibility are the owner's alone */
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
        /** Publishes a draft that has a tagline or a text. One that is published already is answered as it is */
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
        /** Makes a published project read-only and takes it off the front page. Archived already: answered as it is */
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
        /** Brings an archived project back. Published already: answered as it is */
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
        /** Takes back a deletion of the last 30 days: the project is as it was. Not deleted: answered as it is */
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
        /** A maker's public projects, archived ones too, the one published last first */
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
         * All you work on, in whatever role, drafts and private ones too, the one you came to last first
         * @description What you own and deleted is listed for as long as it can be restored.
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
        /** Who works on a project, for those who do: the owner, editors, viewers; always one page */
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
        /** Gives a member another role. The owner's goes by transfer alone */
        put: operations["change_member"];
        post?: never;
        /** Ends a membership: the owner removes anybody else, and anybody else leaves */
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
        /** The invitations of a project that wait, for its owner, the newest first; always one page */
        get: operations["list_project_invitations"];
        put?: never;
        /**
         * Invites a maker, or whoever reads the mail to an address, for seven days. They get a link
         * @description Who is invited already stays so, without another mail; the role is then the one given last. What is answered does not depend on whether an address has an account.
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
        /** Takes back an invitation that waits: its link is dead */
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
         * Makes another member the owner, at once; the owner becomes an editor. The old address leads to the new one
         * @description 409 `slug_taken` when the new owner has a project of this slug: rename this one first.
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
        /** What waits for you, sent to your handle or to your address, the newest first */
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
        /** What the link of a mail is about, before you say yes or no */
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
         * Makes you a member. Repeating it is answered alike; who is a member already keeps their role
         * @description An invitation by handle is for that maker alone. One that was mailed to an address is for whoever got the mail: people have more addresses than accounts, and the owner sees who came.
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
        /** Says no. The link is dead then, and the owner is not told why */
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
        /** A project's workflows, in the order of their making. Those without a version are for its members */
        get: operations["list_workflows"];
        put?: never;
        /** A new workflow with a draft. Without a slug it gets one from its title, with a number when that is taken */
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
        /** One workflow; what it says is in its versions */
        get: operations["get_workflow"];
        put?: never;
        post?: never;
        /** Deletes a workflow with its draft, versions and labels, for good. Its remixes stay. The project's owner may */
        delete: operations["delete_workflow_for_good"];
        options?: never;
        head?: never;
        /** Changes what a workflow is called. Its steps are changed by saving its draft and then a version */
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
        /** The draft, for members of the project. Whoever is none gets 404, also where they see the workflow */
        get: operations["get_draft"];
        /** Saves the whole draft. 412 when somebody saved it since it was read: read it again, and nothing is lost */
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
        /** All versions, the newest first */
        get: operations["list_workflow_versions"];
        put?: never;
        /**
         * Saves the draft as the next version, or the content that is sent, or an older version again
         * @description What equals the newest version is answered with that (200). What cannot be a version is 422 with every place; a secret in it is `secret_found`. A workflow takes 30 versions an hour (429).
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
        /** One version, by its number, a label or `latest` */
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
         * The final text of every step, ready to be copied
         * @description The place of an earlier step's output is marked as long as `outputs` does not give it. Nothing is kept.
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
         * What changed between two versions, step by step and word by word
         * @description Either side may be a version of another workflow, such as a remix.
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
        /** All labels, by name. There are at most 20 */
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
        /** Gives a label to a version, taking it from the one that had it. `latest` is the newest version's for good */
        put: operations["put_label"];
        post?: never;
        /** Takes a label away. One that is not there is no mistake */
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
        /** A version as a file: JSON (docs/workflow-format.md), which an import reads, or Markdown for people */
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
         * A new workflow out of an exported file, which is the body; the file's version becomes its first
         * @description What cannot be a version is 422 with every place, and nothing is kept.
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
         * Remixes a workflow: one version of it becomes version 1 of a new workflow in a project of yours
         * @description Anything you may see can be remixed, also what is archived, and what is yours. The remix says what it comes from for ever, and stays when that goes. It shows no names of a source that is not public, unless both are in one project, and none of a source that an admin removed. The source's project counts it, unless it is the same project.
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
         * The family of a workflow: what it was remixed from, and what was remixed from that, as a tree
         * @description A remix you may not see is left out, or left blank where one that you see comes from it; and so is one in an unlisted project, unless this workflow comes from it.
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
        /** How far a remix is behind its source, and what a pull would ask. For its editors */
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
         * Pulls what the source of a remix has become since, as a new version; 200 when that changes nothing
         * @description Where both sides changed the same field, it is 409 `pull_conflicts` and nothing is saved: pull again with `resolutions`. A draft with edits keeps them, and gets what was pulled around them.
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
        /** All tags of public projects, the most used first */
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
        /** One tag. 404 when no public project has it */
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
        /** The public projects with a tag, the one published last first */
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
        /** The catalogue, by name or by how many workflows use a tool, the most used first */
        get: operations["list_tools"];
        put?: never;
        /**
         * Adds a tool to the catalogue
         * @description For admins.
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
         * Suggestions, the oldest first: those that wait, or those that were decided
         * @description For admins.
         */
        get: operations["list_tool_suggestions"];
        put?: never;
        /** Suggests a tool for the catalogue. Once a URL, until it is decided */
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
         * Makes a tool of a suggestion
         * @description For admins.
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
         * Declines a suggestion, and may say why
         * @description For admins.
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
        /** One tool of the catalogue */
        get: operations["get_tool"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes a tool of the catalogue. Its slug stays: steps of workflows are written with it
         * @description For admins.
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
        /** The public projects with a workflow that uses a tool, the one published last first */
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
        /** The workflows that use a tool, the newest first: those that `used_by` counts */
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
        /** Stars a project. Starred already: nothing changes */
        put: operations["star_project"];
        post?: never;
        /** Takes a star back. Not starred: nothing changes */
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
        /** Who starred a project, the latest first */
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
        /** What you starred and may still see, the latest first */
        get: operations["list_my_stars"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Of the things on a page, which you starred or follow
         * @description Public lists are the same for everybody, so that they can be kept; what is yours is asked for beside them, once a page. What there is not, or you do not mark, is not in the answer.
         */
        get: operations["list_my_marks"];
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
        /** What you follow of one kind, the latest first; projects as far as you may still see them */
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
        /** Follows a maker. Followed already: nothing changes */
        put: operations["follow_maker"];
        post?: never;
        /** Follows a maker no more. Not followed: nothing changes */
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
        /** Follows a project. Followed already: nothing changes. Its owner hears of it, as of a star */
        put: operations["follow_project"];
        post?: never;
        /** Follows a project no more. Not followed: nothing changes */
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
        /** Follows a tag that public projects have. Followed already: nothing changes */
        put: operations["follow_tag"];
        post?: never;
        /** Follows a tag no more, also one that no project has any more. Not followed: nothing changes */
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
        /** Follows a tool of the catalogue. Followed already: nothing changes */
        put: operations["follow_tool"];
        post?: never;
        /** Follows a tool no more. Not followed: nothing changes */
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
        /** Who follows a maker, the latest first */
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
        /** The makers whom a maker follows, the latest first. What else they follow is theirs to know */
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
         * Projects, workflows, makers or tools that have all the words, the best of the most current thousand first
         * @description English and Dutch words are found in all their forms, and without their accents. When next to nothing is found, words that nobody uses are taken for misspelt: what was meant is searched as well, and `corrected` says so. A match says where the words stand; of a prompt, in which line.
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
        /** Up to ten things whose names begin with what is typed: tools, tags, projects, makers */
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
         * The threads of a project, the best or the newest first, each with the best of its replies
         * @description Best is the lower bound of the Wilson score interval. All threads, or those about a workflow's steps, or one step.
         */
        get: operations["list_comments"];
        put?: never;
        /**
         * Comments on a project or on a step of a version, or answers a comment
         * @description Threads are eight levels deep: an answer to the eighth stands beside what it answers. Whoever is mentioned hears of it, else whom it answers, else the project's owner and editors.
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
         * Your votes on a project's comments, the newest comment first
         * @description Apart from the comments themselves, which are so the same for everybody who reads them.
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
        /** One comment, with the best of its replies and the project it is in */
        get: operations["get_comment"];
        put?: never;
        post?: never;
        /** Deletes what you said. With replies a place without words stays for them, until the last of them goes */
        delete: operations["delete_comment"];
        options?: never;
        head?: never;
        /** Changes what you said. Who is mentioned now and was not before hears of it */
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
        /** The direct replies to a comment, the best first, each with the best of its own */
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
        /** Votes for a comment or against it: one vote a maker, which can be changed; none on one's own */
        put: operations["vote_on_comment"];
        post?: never;
        /** Takes your vote back. Not there: answered alike */
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
         * Reports a maker, a project, a workflow, a comment or a collection to the admins. Once, until they have decided
         * @description What it says at this moment is kept with the report. You hear of the outcome.
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
        /** What you reported and what came of it, the last one first */
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
        /** One of your reports */
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
        /** Why a project of yours was removed: for its members */
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
        /** Why a comment of yours was removed */
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
        /** Why a collection of yours was removed */
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
        /** What was removed, restored or suspended, why and when, the last first. It names nobody and nothing */
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
         * What was reported, the one that waits longest first: those that are open, or those that were decided
         * @description For admins.
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
         * A case: who reported it and why, what it said then, and what it says now
         * @description A case about yourself shows neither who reported it nor their notes.
         *
         *     For admins.
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
         * Acts on what was reported, and settles all its reports. Of two admins at once, the other gets 409 `decided`
         * @description A case about yourself, or about something of yours, is 403 `own_case`: another admin settles it.
         *
         *     For admins.
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
         * Finds nothing wrong with what was reported, and settles all its reports. A case of your own is 403 `own_case`
         * @description For admins.
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
         * Projects, comments and collections that are removed now, the last one first
         * @description For admins.
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
         * A project in whatever state. Reading one that is not everybody's to read stands in the audit log
         * @description For admins.
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
         * A workflow in a project in whatever state, with its newest version. Audited as the project
         * @description For admins.
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
         * Removes a project, in whatever state: only its members see it, with the reason. Removed already: the reason changes
         * @description For admins.
         */
        put: operations["put_project_removal"];
        post?: never;
        /**
         * Gives a removed project back: it is what it was before. Not removed: nothing happens. Another admin restores your own: 403 `own_case`
         * @description For admins.
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
         * Removes a comment: its text is not shown any more, replies stay. Removed already: the reason changes
         * @description For admins.
         */
        put: operations["put_comment_removal"];
        post?: never;
        /**
         * Gives a removed comment back. Not removed: nothing happens. Another admin restores your own: 403 `own_case`
         * @description For admins.
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
         * Remove a collection: only its maker sees it, with the reason. If it is removed already, the reason changes
         * @description For admins.
         */
        put: operations["put_collection_removal"];
        post?: never;
        /**
         * Restore a removed collection. Your own is 403 `own_case`: another admin restores it
         * @description For admins.
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
         * Makers, the one who came last first; with `q` by handle. An address finds its maker, and is not shown
         * @description For admins.
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
         * What admins did, the last first: all, or by one of them, of one kind, to one target
         * @description For admins.
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
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you should hear of, what happened last first; with `unread`, what you have not read of it
         * @description The newest 200 are kept, for 90 days after something last happened to them.
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
        /** How many notifications you have not read */
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
         * Notifications as they come: Server-Sent Events that do not end
         * @description `notification` carries one, with its `seq` as the event's id; `unread` says how many wait, first of all and whenever that changes; `closed` says why the stream ends: `restart` (come back) or `session_ended` (log in again). With `Last-Event-ID` everything that came after it and is still kept comes first, without it only `unread`. Comments every 15 seconds keep it open. A reader that does not keep up is cut off, and loses nothing when it comes back with `Last-Event-ID`. 429 `too_many_streams` when you, or your address, have as many open as are allowed.
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
         * Marks notifications as read: these, or all up to a `seq` you were shown. What grew since then stays unread
         * @description What is not yours, or not there any more, changes nothing.
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
        /** What you hear of. Until you say otherwise that is everything on the site, and nothing by mail */
        get: operations["get_notification_preferences"];
        /** Says what you want to hear of from now on. The first digest comes a day, or a week, after you ask for it */
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
        /** A new, empty collection. Without a slug it gets one from its title, with a number when that is taken */
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
        /** One collection. Only its maker sees a private or removed one */
        get: operations["get_collection"];
        put?: never;
        post?: never;
        /** Deletes a collection. The projects in it stay what they are */
        delete: operations["delete_collection"];
        options?: never;
        head?: never;
        /** Changes what a collection says, or who may see it */
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
        /** What is in it, in its order. Projects that you may not see are left out */
        get: operations["list_collection_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Puts what is in the collection in order */
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
         * Puts a project at the end of the collection, or changes what is said of one that is in it
         * @description 409 `collection_full` when there are 500 in it.
         */
        put: operations["put_collection_item"];
        post?: never;
        /** Takes a project out of the collection. One that is not in it: answered the same */
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
        /** A maker's public collections, the newest first */
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
        /** All of yours, the newest first */
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
         * New projects of the makers, tags and tools you follow, new versions and remixes of the projects you follow
         * @description The newest first, each once, with what brought it. Of each kind, the 500 you followed last count.
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
        /** Tags and tools that are livelier this week than the week before. A worker counts them every ten minutes */
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
        /** The newest public projects as an Atom feed */
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
        /** The newest public projects with a tag as an Atom feed */
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
        /** A maker's newest public projects as an Atom feed */
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
        /** The newest versions of a project's workflows as an Atom feed */
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
        /** All files of the sitemap. The web shows them as the sitemap index */
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
        /** One file of the sitemap: XML, compressed by gzip, at most 50,000 addresses */
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
        /** @description What a notification is about, the newest that happened: as far as you may see it at the moment. */
        About: {
            project: components["schemas"]["AboutProject"];
            workflow: components["schemas"]["AboutWorkflow"] | null;
            version_number: number | null;
            /** Format: uuid */
            comment_id: string | null;
        };
        /** @description A project that a notification is about; `handle` and `slug` are its address. */
        AboutProject: {
            handle: string;
            slug: string;
            title: string;
        };
        /** @description A workflow that a notification is about, in its project; `slug` is its address there. */
        AboutWorkflow: {
            slug: string;
            title: string;
        };
        /** @description The tool that comes of a suggestion: what is left out is as it was suggested. */
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
        /** @description `removed` removes the project, the comment or the collection (of a workflow its project), `suspended` suspends its owner or author, `handled` says that enough was done otherwise. `reason` is the first that was reported when it is left out. */
        Action: {
            /** @enum {string} */
            outcome: "removed" | "suspended" | "handled";
            /** @enum {string|null} */
            reason?: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other" | null;
            /**
             * @description For whom it concerns: the owner, the author.
             * @default
             */
            note?: string;
            /**
             * @description For those who reported it.
             * @default
             */
            answer?: string;
        };
        /** @description A maker who did it. */
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
        /** @description `projects` counts those they own, in whatever state. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description A project in whatever state. `status_before_removal` is what it goes back to. */
        AdminProject: {
            project: components["schemas"]["Project"];
            status_before_removal: string | null;
            /** Format: date-time */
            deleted_at: string | null;
            removal: components["schemas"]["Removal"] | null;
            workflows: components["schemas"]["WorkflowName"][];
        };
        /** @description A workflow in whatever project; `content` is that of its newest version. */
        AdminWorkflow: {
            /** Format: uuid */
            workflow_id: string;
            slug: string;
            title: string;
            summary: string;
            head_number: number | null;
            content: unknown;
        };
        /** @description The source of a remix, with the names it had at that time. The names are null if the source was not public then, was removed by an admin, or belongs to a deleted account. `version_id` is null once the version is deleted. */
        Attribution: {
            handle: string | null;
            project: string | null;
            workflow: string | null;
            title: string | null;
            number: number;
            /** Format: uuid */
            version_id: string | null;
        };
        /** @description `admin` is a handle, null for a command at the server. `target` is the name it has today, if any. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        Author: {
            handle: string;
            display_name: string;
        };
        /** @description What you follow that brings it: `name` is a handle, a tag, a tool's slug, or a project's handle/slug. */
        Because: {
            /** @enum {string} */
            kind: "maker" | "tag" | "tool" | "project";
            name: string;
        };
        /** @description All reports of one target, until they are settled together. `settled_by` is a handle. `is_own`: the target is yours or you, so another admin has to settle it. */
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
        /** @description A case with its first 100 reports and first 10 texts. `now` is what the target says today, null when it is gone. 90 days after the decision notes are empty and snapshots gone. A case of your own does not show who reported it, or their notes. */
        CaseDetail: {
            case: components["schemas"]["Case"];
            filed: components["schemas"]["FiledReport"][];
            snapshots: components["schemas"]["Snapshot"][];
            now: unknown;
        };
        CasePage: {
            data: components["schemas"]["Case"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description What a case is about, as it is found today, and whose it is (`author`). `standing` is the status of the maker or the project, with `private` for a published project that only members see. A collection is `published`, `private` or `removed`. */
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
        /** @description `items` counts all projects in it, also those that not everybody may see. `removed`: an admin removed it, and only its maker sees it. */
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
        /** @description What to change; what is left out stays. */
        CollectionChanges: {
            title?: string;
            /** @description Markdown. */
            description?: string;
            /** @enum {string} */
            visibility?: "public" | "unlisted" | "private";
        };
        CollectionPage: {
            data: components["schemas"]["Collection"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description `body` is Markdown, `mentions` the handles in it of makers there are. What was `deleted` by its author or `removed` by an admin stands without author and body; an author who deleted their account is null too. `replies` counts the direct ones; `thread` begins with the best of them, and `next_cursor`, unless null, is where `GET /comments/{comment_id}/replies` goes on. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        CommentedProject: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            title: string;
        };
        /** @description `outdated`: the newest version has no such step any more, or one that says something else. `workflow` is null once the workflow is deleted. */
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
        /** @description What both sides changed, each in its way; null where there is nothing. */
        Conflict: {
            id: string;
            step: string | null;
            variable: string | null;
            field: string | null;
            base: unknown;
            ours: unknown;
            theirs: unknown;
        };
        /** @description A workflow's variables, in the order of the form, and its steps, in the order of the work. */
        Content: {
            variables: components["schemas"]["Variable"][];
            steps: components["schemas"]["Step"][];
        };
        /** @description All differences, and nothing that is equal: empty for equal contents. In the order of the new content; what was removed comes last. */
        ContentDiff: {
            variables: components["schemas"]["PartChange"][];
            steps: components["schemas"]["PartChange"][];
        };
        /** @description A workflow's variables, in the order of the form, and its steps, in the order of the work. */
        ContentInput: {
            variables?: components["schemas"]["VariableInput"][];
            steps?: components["schemas"]["StepInput"][];
        };
        Deletion: {
            /** Format: password */
            password: string;
        };
        Dismissal: {
            /**
             * @description For those who reported it.
             * @default
             */
            answer?: string;
        };
        /** @description A workflow outside of the service. Whose it is and which version is not part of it: a file has no rights. */
        Document: {
            /** @enum {string} */
            format: "aipoweredmakers.workflow";
            /** @enum {integer} */
            format_version: 1;
            title: string;
            /** @default  */
            summary?: string;
            content: components["schemas"]["ContentInput"];
        };
        /** @description What the editors are at. `changed` tells that it differs from the newest version. Findings of severity `error` would refuse a version; a draft is kept all the same. */
        Draft: {
            content: components["schemas"]["Content"];
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
        /** @description For a new account `password` is the one to set; for a changed address it is the account's current password. */
        EmailVerification: {
            /** @description As it stands in the mailed link. */
            token: string;
            /** Format: password */
            password: string;
            /** @description Letters, digits and single hyphens between them; stored in lower case. */
            handle?: string;
            display_name?: string;
        };
        /** @description A project in a list that was asked for with `explain=1`. */
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
        /** @description One field that differs. A parameter is the field `parameters/<name>`; null says that it is not there. */
        FieldChange: {
            field: string;
            old: unknown;
            new: unknown;
            hunks: components["schemas"]["Hunk"][] | null;
        };
        /** @description `reporter` is a handle, null when they have deleted their account. */
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
        /** @description Something to know about a content. `pointer` leads into it (RFC 6901); `offset` counts characters (code points) in the text it leads to; `step` is the key of the step, or null. */
        Finding: {
            pointer: string;
            code: string;
            message: string;
            /** @enum {string} */
            severity: "error" | "warning";
            offset: number | null;
            step: string | null;
        };
        /** @description What you follow: a maker (`handle`), a project (`handle` and `slug`), a tag or a tool (`slug`). */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description A page of what was found, the best first: the best thousand at most. `corrected` is what was searched as well, because next to nothing has what was typed. */
        Found: {
            data: components["schemas"]["Hit"][];
            next_cursor: string | null;
            corrected: string | null;
        };
        /** @description `ok` is all there is to say; what is not answers 503. */
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description One thing that was found, in the member that its `type` names; the others are null. */
        Hit: {
            /** @enum {string} */
            type: "project" | "workflow" | "maker" | "tool";
            match: components["schemas"]["Match"];
            project: components["schemas"]["ProjectSummary"] | null;
            workflow: components["schemas"]["Workflow"] | null;
            maker: components["schemas"]["Maker"] | null;
            tool: components["schemas"]["Tool"] | null;
        };
        /** @description A piece of text that both have, or that only the old one has (`delete`) or only the new one (`insert`). */
        Hunk: {
            /** @enum {string} */
            op: "equal" | "delete" | "insert";
            text: string;
        };
        /** @description Where to go from here: paths on this host. */
        Index: {
            api: string;
            docs: string;
            openapi: string;
        };
        /** @description Values of variables, and, as far as they are known, what earlier steps made. */
        Inputs: {
            inputs?: {
                [key: string]: string | number | boolean;
            };
            outputs?: {
                [key: string]: string;
            };
        };
        /** @description One that waits. Its invitee is named as you named them: by `handle` or by `email`. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description The project of an invitation; it may be one that only its members see. */
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
            /** @description Where the next page begins; null on the last. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        LabelTarget: {
            /** @description The version it names. */
            number: number;
        };
        /** @description A family of remixes, the oldest first; `position` is the place of the workflow that was asked for. With `is_complete` false there are more: these are the oldest, the way up from this one, and its own remixes. */
        Lineage: {
            nodes: components["schemas"]["LineageNode"][];
            position: number;
            is_complete: boolean;
        };
        /** @description One workflow. `parent` is the place in `nodes` of what it was forked from, and `number` the version of that; `parent` is null for the first, and where the parent has gone. `workflow` is null for a remix you may not see. */
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
            /** @description As it stands in the mailed link. */
            token: string;
        };
        /** @description A maker in a list of those who starred, follow or are followed, and since when. */
        ListedMaker: {
            handle: string;
            display_name: string;
            avatar_url: string | null;
            /** Format: date-time */
            since: string;
        };
        ListedMakerPage: {
            data: components["schemas"]["ListedMaker"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description As Tokens, with the maker who has logged in. */
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
            /** @description A name for the list of sessions. */
            device?: string;
        };
        /** @description `followers` follow them; `following` counts the makers they follow. */
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
        /** @description `length` characters from `start` on, in Unicode code points. */
        Mark: {
            start: number;
            length: number;
        };
        /** @description Of what was asked about: what you starred and what you follow. */
        Marks: {
            starred: string[];
            followed_projects: string[];
            followed_makers: string[];
            followed_tags: string[];
            followed_tools: string[];
        };
        /** @description What was found, where. Of a prompt: the line, and the workflow's slug, version and step it stands in. */
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
        /** @description Somebody who works on a project. An owner decides, an editor writes, a viewer reads. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description Your place in a project. */
        Membership: {
            project: components["schemas"]["InvitedTo"];
            /** @enum {string} */
            role: "owner" | "editor" | "viewer";
            /** Format: date-time */
            since: string;
        };
        /** @description `slug` is its place under your handle, for good; it is made from the title when left out. */
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
        /** @description `parent_id` makes it a reply, `on` says which step it is about: one or the other, or neither. */
        NewComment: {
            /**
             * @description Markdown. `@handle` calls a maker.
             * @example Works for me.
             */
            body: string;
            /** Format: uuid */
            parent_id?: string | null;
            on?: components["schemas"]["NewStepComment"] | null;
        };
        /** @description The whole draft. It may be half typed: what is wrong with it comes back as findings. */
        NewDraft: {
            content: components["schemas"]["ContentInput"];
        };
        /** @description Either `handle` or `email` says who is invited. */
        NewInvitation: {
            /** @example grace */
            handle?: string;
            /** Format: email */
            email?: string;
            /** @enum {string} */
            role: "editor" | "viewer";
        };
        /** @description Why it is in the collection. With `workflow` and `version`, that version is the one that is meant. */
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
        /** @description The projects by id, as they are to stand. Those that are not named come after them, in the order they had. */
        NewOrder: {
            project_ids: string[];
        };
        /** @description `mail` is some of `site`: a digest gathers what waits on the site. */
        NewPreferences: {
            site: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            mail: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            /** @enum {string} */
            digest: "off" | "daily" | "weekly";
        };
        /** @description `slug` is its place under your handle; it is made from the title when left out. `body` is Markdown. */
        NewProject: {
            /** @example A reading coach for dyslexic kids */
            title: string;
            /** @example reading-coach */
            slug?: string | null;
            /**
             * @description One line that says what it is.
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
             * @default public
             * @enum {string}
             */
            visibility?: "public" | "unlisted" | "private";
        };
        /** @description Where the remix goes, and of which version. Without a slug it keeps that of its source, with a number when that is taken. */
        NewRemix: {
            /**
             * @description A project of yours by its slug; one that you are an editor of as `handle/slug`.
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
             * @description For whom it concerns: the owner, the author.
             * @default
             */
            note?: string;
        };
        NewReport: {
            target: components["schemas"]["Target"];
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            /**
             * @description For the admins; nobody else reads it.
             * @default
             */
            note?: string;
        };
        /** @description The step of a version that a comment is about, by the workflow's slug, the version's number, the step's key. */
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
             * @description What it is, or why it is missed.
             * @default
             */
            note?: string;
        };
        /** @description `slug` is what steps of workflows call it, for good; it is made from the name when left out. */
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
             * @description One line that says what it does.
             * @default
             */
            description?: string;
        };
        /** @description Saves the draft; or `content`, or an older version (`restore`). These two leave a draft with edits alone. */
        NewVersion: {
            /**
             * @description What is new in it.
             * @default
             */
            changelog?: string;
            content?: components["schemas"]["ContentInput"] | null;
            /** @description The number of a version. */
            restore?: number | null;
        };
        /** @description `slug` is its place in the project; it is made from the title when left out. `content` begins its draft. */
        NewWorkflow: {
            /** @example Lesson plan in four steps */
            title: string;
            /** @example lesson-plan */
            slug?: string | null;
            /**
             * @description One line: what it makes.
             * @default
             */
            summary?: string;
            content?: components["schemas"]["ContentInput"] | null;
        };
        /** @description Something new of what you follow. `workflow` is null for a new project. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description The workflow that has a new version, or is the remix. `changelog` is that of the version. */
        NewsWorkflow: {
            slug: string;
            title: string;
            version: number;
            changelog: string;
        };
        /** @description What was noted, in words that are the same whether or not there is such an account. */
        Notice: {
            detail: string;
        };
        /** @description Something that happened to what is yours. While you have not read it, more of the same joins it. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description Kinds you hear of on the site, and those of them that a mail tells, which gathers what you have not read. */
        NotificationPreferences: {
            site: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            mail: ("star" | "follow" | "comment" | "reply" | "mention" | "remix" | "upstream_changed" | "invitation" | "moderation")[];
            /** @enum {string} */
            digest: "off" | "daily" | "weekly";
            version: number;
        };
        /** @description A project you work on, and since when. One with `deleted_at` can be restored for 30 days from then. */
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
            /** @description Where the next page begins; null on the last. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        Owner: {
            handle: string;
            display_name: string;
            avatar_url: string | null;
        };
        /** @description A step or a variable that differs; `key` is the step's key or the variable's name. */
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
             * @description 12 to 128 characters, and hard to guess. A few random words do well.
             */
            new_password: string;
        };
        /** @description A password, and the words of the account that it must not be built on, as far as they are known. */
        PasswordCheck: {
            /** Format: password */
            password: string;
            handle?: string;
            email?: string;
            display_name?: string;
        };
        PasswordReset: {
            /** @description As it stands in the mailed link. */
            token: string;
            /**
             * Format: password
             * @description 12 to 128 characters, and hard to guess. A few random words do well.
             */
            password: string;
        };
        /** @description Null for a password that would be accepted; otherwise the code and the message of the refusal. */
        PasswordVerdict: {
            /** @enum {string|null} */
            code: "too_short" | "too_long" | "too_common" | "too_personal" | "too_weak" | null;
            message: string | null;
        };
        /** @description What a mailed link confirms: the address of a new account, or the new address of an account. */
        PendingConfirmation: {
            /** @enum {string} */
            purpose: "registration" | "email_change";
            handle: string;
            email: string;
        };
        /** @description A version of a workflow. */
        Pin: {
            workflow: string;
            title: string;
            version: number;
        };
        /** @description A comment by itself, with the project it is in. */
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
        /** @description An error (RFC 9457). */
        Problem: {
            /**
             * Format: uri-reference
             * @example about:blank
             */
            type: string;
            /** @description The phrase of the status. */
            title: string;
            status: number;
            /** @description For people. */
            detail: string;
            /**
             * @description For programs: it does not change.
             * @example not_found
             */
            code: string;
            request_id: string;
            errors?: {
                /** @description Where: a JSON pointer (RFC 6901), "" for the whole. */
                pointer: string;
                code: string;
                message: string;
            }[];
            /** @description How many errors, at least, `errors` leaves out. Absent when it lists all of them. */
            more_errors?: number;
        };
        /** @description What of one's profile to change; what is left out stays. */
        Profile: {
            /** @description Letters, digits and single hyphens between them; stored in lower case. */
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
        /** @description `handle` and `slug` are its address. `published_at` is the first time; null for a draft. */
        Project: {
            /** Format: uuid */
            project_id: string;
            handle: string;
            slug: string;
            owner: components["schemas"]["Owner"];
            title: string;
            tagline: string;
            body: string;
            links: components["schemas"]["Link"][];
            cover_url: string | null;
            tags: string[];
            /** @enum {string} */
            visibility: "public" | "unlisted" | "private";
            /** @enum {string} */
            status: "draft" | "published" | "archived" | "removed";
            version: number;
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
        /** @description What to change; what is left out stays. A former slug goes on leading here. */
        ProjectChanges: {
            title?: string;
            slug?: string;
            tagline?: string;
            /** @description Markdown. */
            body?: string;
            links?: components["schemas"]["LinkInput"][];
            /** Format: uri */
            cover_url?: string | null;
            /** @description All of them, in order. */
            tags?: string[];
            /** @enum {string} */
            visibility?: "public" | "unlisted" | "private";
        };
        /** @description A project in a list. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        ProjectSummaryPage: {
            data: components["schemas"]["ProjectSummary"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description Something an admin did about something that was public. `reported`: somebody had asked for it. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description `resolutions` answer conflicts by their `id`; with them go `to` and `onto`, the two versions they were found between. */
        Pull: {
            /** @description The source's version to pull; its newest when left out. */
            to?: number | null;
            /** @description Your newest version: 409 `head_moved` when it is another. */
            onto?: number | null;
            resolutions?: {
                [key: string]: components["schemas"]["Resolution"];
            };
            /**
             * @description Made up when left out.
             * @default
             */
            changelog?: string;
        };
        /** @description Members of the problem `pull_conflicts`: what both sides changed, each in its way, and between which versions. Send `to` and `onto` back with the resolutions. `conflicts` holds the first 20 kB; `more_conflicts` counts those that are left out, which `GET …/upstream` lists. */
        PullConflicts: {
            to: number;
            onto: number;
            conflicts: components["schemas"]["Conflict"][];
            more_conflicts: number;
        };
        /** @description `saved` is your newest version now, `base_number` the source's version that is in it. */
        Pulled: {
            saved: components["schemas"]["Version"];
            base_number: number;
            /** @enum {string} */
            draft: "followed" | "merged" | "kept";
        };
        /** @description What was read: these, or all up to a `seq` that was shown. One of the two. */
        ReadMarks: {
            notification_ids?: string[];
            /** @description A notification's seq. */
            up_to?: number;
        };
        /** @description An invitation to you. `token` is what its link carries. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        Refresh: {
            refresh_token: string;
        };
        Refusal: {
            /**
             * @description For the maker who made the suggestion.
             * @default
             */
            reason?: string;
        };
        /** @description There is no password yet: the owner of the address sets it when they confirm. */
        Registration: {
            /**
             * Format: email
             * @example ada@example.org
             */
            email: string;
            /**
             * @description Letters, digits and single hyphens between them; stored in lower case.
             * @example ada
             */
            handle: string;
        };
        /** @description A workflow of the family, where it is today. */
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
        /** @description A project, a comment in one (with `author` and `body`), or a collection. `was` is the project's status before its removal. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        Rendered: {
            steps: components["schemas"]["RenderedStep"][];
        };
        /** @description A step, ready to be copied. `waiting_for` names the outputs that `text` holds only a mark ⟦name⟧ for. */
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
        /** @description A report of yours. `answer` is what an admin says of the outcome, if anything. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description What was reported, where it is today: null as far as that is no more for you to see. */
        Reported: {
            /** @enum {string} */
            kind: "project" | "workflow" | "comment" | "maker" | "collection";
            handle: string | null;
            slug: string | null;
            workflow: string | null;
            /** Format: uuid */
            comment_id: string | null;
        };
        /** @description Who wins. With `value`, the field becomes that; only a conflict over a field takes one. */
        Resolution: {
            /** @enum {string} */
            take: "ours" | "theirs" | "value";
            value?: unknown;
        };
        RoleChange: {
            /** @enum {string} */
            role: "maker" | "admin";
        };
        /** @description Where a project stands and why: `hot` = `marks_term` + `age_term`. */
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
        /** @description `path` is where in this API it is. */
        SearchSuggestion: {
            /** @enum {string} */
            type: "project" | "maker" | "tag" | "tool";
            text: string;
            path: string;
        };
        SearchSuggestions: {
            data: components["schemas"]["SearchSuggestion"][];
        };
        /** @description A piece of a step's text: the template's own words, the value of `name`, or the place where the output `name` of an earlier step goes, which is not there yet. The texts of all pieces, joined, are the text of the step. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description One file of the sitemap: `urls` addresses, as they were at `built_at`. */
        SitemapFile: {
            name: string;
            urls: number;
            /** Format: date-time */
            built_at: string;
        };
        SitemapFilePage: {
            data: components["schemas"]["SitemapFile"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description What a target said when somebody reported it. */
        Snapshot: {
            /** Format: uuid */
            snapshot_id: string;
            content: unknown;
            /** Format: date-time */
            taken_at: string;
        };
        /** @description What a workflow was remixed from, where it is today. */
        Source: {
            handle: string;
            project: string;
            workflow: string;
            title: string;
            head_number: number;
        };
        /** @description A project you starred, and when. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description One prompt or one thing to do by hand. `output` names what it makes, for the templates of later steps. */
        Step: {
            /** @description Its name for good: lower-case letters, digits, `-` and `_`. */
            key: string;
            /** @enum {string} */
            kind: "prompt" | "manual";
            title: string;
            /** @description Text with `{{name}}` slots. */
            template: string;
            /** @description The slug of a tool in the catalogue. */
            tool: string | null;
            model: string | null;
            parameters: {
                [key: string]: string | number | boolean;
            };
            output: string | null;
        };
        /** @description One prompt or one thing to do by hand. `output` names what it makes, for the templates of later steps. */
        StepInput: {
            /** @description Its name for good: lower-case letters, digits, `-` and `_`. */
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
            /** @description The slug of a tool in the catalogue. */
            tool?: string | null;
            model?: string | null;
            parameters?: {
                [key: string]: string | number | boolean;
            };
            output?: string | null;
        };
        /** @description `maker` is the handle of who made it, `tool` the slug of what came of it, `reason` why nothing did. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description Members of the problem `account_suspended`: why, and what the admin adds, perhaps nothing. */
        Suspended: {
            /** @enum {string} */
            reason: "spam" | "harassment" | "illegal" | "copyright" | "secrets" | "other";
            note: string;
        };
        /** @description `projects` counts the public, published ones that have it. */
        Tag: {
            name: string;
            projects: number;
        };
        TagPage: {
            data: components["schemas"]["Tag"][];
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description What is reported: a maker by `handle`; a project or a collection by `handle` and `slug`, a workflow in a project by `workflow` too; a comment by `comment_id`. Anything else stays away. */
        Target: {
            /** @enum {string} */
            kind: "project" | "workflow" | "comment" | "maker" | "collection";
            handle?: string | null;
            slug?: string | null;
            workflow?: string | null;
            /** Format: uuid */
            comment_id?: string | null;
        };
        /** @description RFC 6749 §5.1. `expires_in` is seconds. The refresh token works once: keep the one that came last. */
        Tokens: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            expires_in: number;
            refresh_token: string;
            /** Format: uuid */
            session_id: string;
        };
        /** @description `used_by` counts workflows: those of public, published projects whose newest version has a step for it. */
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
        /** @description What to change; what is left out stays. The slug stays for good. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description `handle` is a member's. */
        Transfer: {
            /** @example grace */
            handle: string;
        };
        /** @description `name` is a tag, or a tool's slug, `title` what to call it. */
        Trend: {
            name: string;
            title: string;
            score: number;
            recent: number;
            before: number;
        };
        /** @description The 20 of each that rise most. `counted_at` is null until they were counted. */
        Trends: {
            tags: components["schemas"]["Trend"][];
            tools: components["schemas"]["Trend"][];
            /** Format: date-time */
            counted_at: string | null;
        };
        /** @description How many wait, and the last number that was given. */
        UnreadCount: {
            unread: number;
            seq: number;
        };
        /** @description How a remix stands to its source. `base_number` is the version pulled last, `head_number` your own newest. */
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
        /** @description What a reader fills in. `default` and `example` are in text form, whatever the type: `0.7`, `true`. */
        Variable: {
            /**
             * @description Letters, digits and `_`, a letter first.
             * @example topic
             */
            name: string;
            /** @enum {string} */
            type: "text" | "long_text" | "number" | "choice" | "boolean";
            /** @description Shown in the form; the name when empty. */
            label: string;
            description: string;
            required: boolean;
            default: string | null;
            /** @description For type `choice`. */
            choices: string[];
            example: string | null;
        };
        /** @description What a reader fills in. `default` and `example` are in text form, whatever the type: `0.7`, `true`. */
        VariableInput: {
            /**
             * @description Letters, digits and `_`, a letter first.
             * @example topic
             */
            name: string;
            /**
             * @default text
             * @enum {string}
             */
            type?: "text" | "long_text" | "number" | "choice" | "boolean";
            /**
             * @description Shown in the form; the name when empty.
             * @default
             */
            label?: string;
            /** @default  */
            description?: string;
            /** @default true */
            required?: boolean;
            default?: string | null;
            /** @description For type `choice`. */
            choices?: string[];
            example?: string | null;
        };
        /** @description A version. All but its labels never changes. */
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
            content: components["schemas"]["Content"];
        };
        /** @description What turns `old` into `new`. */
        VersionDiff: {
            old: components["schemas"]["VersionSummary"];
            new: components["schemas"]["VersionSummary"];
            changes: components["schemas"]["ContentDiff"];
        };
        /** @description A version in a list. `content_hash` is the SHA-256 of the content's canonical form, in hexadecimal. */
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
        /** @description 1 is for it, -1 against. */
        Vote: {
            /** @enum {integer} */
            value: 1 | -1;
        };
        /** @description `handle`, `project` and `slug` are its address. `head_number` is its newest version, which `steps` and `variables` count; null until there is one, and until then only members see it. */
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
        /** @description What to change; what is left out stays. The slug stays from the first version on: others link to it. */
        WorkflowChanges: {
            title?: string;
            slug?: string;
            summary?: string;
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
            /** @description Where the next page begins; null on the last. */
            next_cursor: string | null;
        };
    };
    responses: {
        /** @description Not well-formed. */
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
        /** @description You see it and may not do this. Code: `admin_only`. */
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
        /** @description It is not there, or it is not yours to see. Code: `not_found`. */
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
        /** @description It has a new address; repeat the request there. Code: `moved`. */
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
        /** @description It was changed since you read it. Code: `stale`. */
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
        /** @description The body came too slowly. Code: `body_too_slow`. */
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
        /** @description The service cannot answer just now. Code: `unavailable`. */
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
        /** @description The quota is used up. Code: `rate_limited`. */
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
        /** @description The path and its query are too long. Code: `uri_too_long`. */
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
        /** @description A token is needed, or the one sent does not hold. Code: `unauthorized`, `invalid_token`, `unsupported_scheme`. */
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
        /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`. */
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
        /** @description The body is not `application/json` in UTF-8, or is encoded. Code: `unsupported_media_type`, `unsupported_encoding`. */
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
        /** @description ETags you have. */
        "If-None-Match": string;
        /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
        "If-Match": string;
        /** @description The last `id` you had of this stream: what came after it comes first. */
        "Last-Event-ID": string;
        /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
        "Idempotency-Key": string;
        /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
        "X-Request-Id": string;
    };
    requestBodies: never;
    headers: {
        /** @description The request's id, in every log line of it. */
        "X-Request-Id": string;
        /** @description Names this state of the resource. */
        ETag: string;
        /** @description The path of the resource. */
        Location: string;
        /** @description The limit: quota `q` in `w` seconds. */
        "RateLimit-Policy": string;
        /** @description What is left: `r` requests, all again in `t` seconds. */
        RateLimit: string;
        /** @description Seconds to wait. */
        "Retry-After": number;
        /** @description The challenge (RFC 6750 §3). */
        "WWW-Authenticate": string;
        /** @description `true` on a saved answer. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not well-formed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer just now. Code: `unavailable`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not well-formed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer just now. Code: `unavailable`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not well-formed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer just now. Code: `unavailable`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
            304: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not well-formed. */
            400: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`. */
            422: {
                headers: {
                    "X-Request-Id": components["headers"]["X-Request-Id"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service cannot answer just now. Code: `unavailable`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `handle_taken`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `email_taken`, `handle_taken`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description A token is needed, or the one sent does not hold. Code: `invalid_credentials`. */
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
            /** @description You see it and may not do this. Code: `account_suspended`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description A token is needed, or the one sent does not hold. Code: `invalid_refresh_token`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `wrong_password`. */
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
            /** @description It collides with what is there. Code: `last_admin`, `has_shared_projects`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description It collides with what is there. Code: `handle_taken`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `wrong_password`. */
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
            /** @description It collides with what is there. Code: `changed_meanwhile`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `wrong_password`. */
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
            /** @description It collides with what is there. Code: `unchanged`. */
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
    put_role: {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `last_admin`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `last_admin`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
    get_maker: {
        parameters: {
            query?: never;
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                sort?: "hot" | "new" | "top";
                window?: "day" | "week" | "month" | "year" | "all";
                /** @description Only projects with this tag. */
                tag?: string;
                /** @description Only projects with a workflow that uses this tool. */
                tool?: string;
                explain?: "0" | "1";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `slug_taken`, `quota_exceeded`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description You see it and may not do this. Code: `not_yours`, `owner_only`. */
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
            /** @description It collides with what is there. Code: `slug_taken`, `archived`, `removed`, `quota_exceeded`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `archived`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `not_published`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `not_published`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                role?: "owner" | "editor" | "viewer";
                status?: "draft" | "published" | "archived" | "removed" | "deleted";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `is_owner`, `archived`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `is_owner`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It was there already. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `already_member`, `too_many_invitations`, `too_many_members`, `archived`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `slug_taken`, `account_inactive`, `archived`, `removed`, `quota_exceeded`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `too_many_members`, `archived`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `accepted`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `archived`, `removed`, `slug_taken`, `too_many_workflows`, `quota_exceeded`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `archived`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `archived`, `removed`, `slug_taken`, `slug_fixed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `archived`, `removed`, `quota_exceeded`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It was there already. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `archived`, `removed`, `quota_exceeded`. */
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
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`, `secret_found`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description The older side. */
                from: string;
                /** @description The newer side. */
                to?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `archived`, `removed`, `too_many_labels`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `archived`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
                "application/json": components["schemas"]["Document"];
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `archived`, `removed`, `too_many_workflows`, `quota_exceeded`. */
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
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`, `secret_found`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `archived`, `removed`, `slug_taken`, `too_many_workflows`, `quota_exceeded`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It was there already. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `pull_conflicts`, `no_upstream`, `head_moved`, `archived`, `removed`, `quota_exceeded`. */
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
            /** @description Well-formed, and some of it cannot be used: `errors` says what and where. Code: `invalid_input`, `secret_found`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                kind?: "chat" | "coding" | "image" | "video" | "audio" | "vision" | "research" | "writing" | "translation" | "automation" | "local" | "data" | "platform" | "productivity";
                sort?: "name" | "use";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It collides with what is there. Code: `in_flight`, `slug_taken`, `name_taken`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                status?: "pending" | "accepted" | "declined";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It collides with what is there. Code: `in_flight`, `suggested_already`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It collides with what is there. Code: `in_flight`, `decided`, `slug_taken`, `name_taken`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `decided`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description It collides with what is there. Code: `name_taken`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
    list_my_marks: {
        parameters: {
            query?: {
                /** @description Ids of projects, up to 100, joined by commas. */
                projects?: string;
                /** @description Handles of makers, up to 100, joined by commas. */
                makers?: string;
                /** @description Tags, up to 100, joined by commas. */
                tags?: string;
                /** @description Slugs of tools, up to 100, joined by commas. */
                tools?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                kind: "maker" | "project" | "tag" | "tool";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Words; "a phrase" in quotes; `or` between words; `-word` is left out. */
                q: string;
                type?: "projects" | "workflows" | "makers" | "tools" | "all";
                /** @description Items on the page; `all` has a few of each. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description What has been typed so far. */
                q: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                sort?: "best" | "new";
                /** @description Only threads on steps of this workflow. */
                workflow?: string;
                /** @description Only threads on this step; goes with `workflow`. */
                step?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `duplicate_comment`, `parent_gone`, `removed`, `quota_exceeded`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `removed`, `quota_exceeded`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description It collides with what is there. Code: `in_flight`, `already_reported`, `removed`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                status?: "open" | "actioned" | "dismissed";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `admin_only`, `own_case`. */
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
            /** @description It collides with what is there. Code: `decided`, `gone`, `last_admin`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `admin_only`, `own_case`. */
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
            /** @description It collides with what is there. Code: `decided`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                kind?: "project" | "comment" | "collection";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `admin_only`, `own_case`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `admin_only`, `own_case`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `admin_only`, `own_case`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description The beginning of a handle, or a whole address. */
                q?: string;
                status?: "active" | "suspended" | "deleted";
                role?: "maker" | "admin";
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                /** @description An admin's handle. */
                actor?: string;
                action?: string;
                target?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
    list_notifications: {
        parameters: {
            query?: {
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
                unread?: boolean;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The last `id` you had of this stream: what came after it comes first. */
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
            /** @description Not well-formed. Code: `invalid_last_event_id`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description Makes a repeat safe. 1 to 100 printable ASCII characters, such as a UUID. */
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
            /** @description You see it and may not do this. Code: `account_inactive`. */
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
            /** @description It collides with what is there. Code: `in_flight`, `slug_taken`, `too_many_collections`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description The ETag you read, or `*`. Only the version in it is compared: `"7"` will do. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `collection_full`, `removed`. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
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
            /** @description You see it and may not do this. Code: `not_yours`. */
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
            /** @description It collides with what is there. Code: `removed`. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description Items on the page. */
                limit?: number;
                /** @description next_cursor of the page before. */
                cursor?: string;
            };
            header?: {
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
                /** @description An id of yours for this request: 1 to 64 of `A-Z a-z 0-9 . _ : -`. Another is replaced. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
                /** @description ETags you have. */
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
            /** @description You have it already. */
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
