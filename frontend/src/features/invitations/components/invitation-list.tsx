"use client";

import { Row, Rows } from "@/components/ui/rows";
import { InvitationCard, type Invitation } from "./invitation-card";

export function InvitationList({ invitations, label }: { invitations: readonly Invitation[]; label: string }) {
  return (
    <Rows aria-label={label} className="border-y border-line">
      {invitations.map((invitation) => (
        <Row key={invitation.token}>
          <InvitationCard invitation={invitation} />
        </Row>
      ))}
    </Rows>
  );
}
