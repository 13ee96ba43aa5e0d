import { dictionary } from "../../shared/words/dictionary";

export const tabletWords = dictionary(
  {
    tablets: "태블릿",
    managersOnly: "태블릿 연결과 해제는 매니저가 할 수 있어요.",
    tabletsFailed: "태블릿 목록을 불러오지 못했어요.",
    noTablets: "연결된 태블릿이 없어요.",
    tablet: (end: string) => `태블릿 …${end}`,
    pairedOn: (date: string) => `${date} 연결`,
    lastSeen: "마지막 소식:",
    revoked: "연결 끊음",
    revoke: "연결 끊기",
    newCode: "새 연결 코드",
    typeCode: "태블릿에 이 코드를 눌러 주세요.",
    codeLasts: (minutes: number, seconds: number) => `한 번만 쓸 수 있어요. ${minutes}분 ${seconds}초 남았어요.`,
    codeExpired: "코드의 시간이 지났어요. 새로 받아 주세요.",
  },
  {
    tablets: "Tablets",
    managersOnly: "Managers connect and revoke tablets.",
    tabletsFailed: "The tablets could not be loaded.",
    noTablets: "No tablet is connected.",
    tablet: (end) => `Tablet …${end}`,
    pairedOn: (date) => `connected ${date}`,
    lastSeen: "Last heard of:",
    revoked: "Revoked",
    revoke: "Revoke",
    newCode: "New pairing code",
    typeCode: "Type this code at the tablet.",
    codeLasts: (minutes, seconds) => `Good for one use, ${minutes} min ${seconds} s left.`,
    codeExpired: "The code has expired. Ask for a new one.",
  },
);
