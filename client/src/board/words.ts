import { dictionary } from "../shared/words/dictionary";

export const boardWords = dictionary(
  {
    staffSignIn: "직원 로그인",
    signIn: "로그인",
    signOut: "로그아웃",
    username: "사용자 이름",
    password: "비밀번호",
    roles: (role: "owner" | "manager" | "staff") => ({ owner: "사장", manager: "매니저", staff: "직원" })[role],

    title: "주문 현황",
    menu: "메뉴",
    close: "닫기",
    back: "돌아가기",
    loading: "불러오는 중…",
    loadFailed: "주문 현황을 불러오지 못했어요. 다시 시도하고 있어요.",
    retry: "다시 시도",
    working: "처리 중…",

    live: "실시간",
    connecting: "연결 중…",
    reconnecting: (seconds: number) => `다시 연결 중 ${seconds}초`,
    lost: "끊김",
    lostSince: (time: string) => `끊김 · ${time}까지`,
    lostNotice: "연결이 끊겼어요. 지금 보이는 내용은 예전 것일 수 있어요. 다시 연결하고 있어요.",
    soundOn: "소리 켜짐",
    soundOff: "소리 켜기",

    paused: "주문을 받지 않고 있어요. 손님 화면에서는 주문할 수 없어요.",
    pause: "주문 그만 받기",
    resume: "주문 다시 받기",

    unreachable: "서버가 답하지 않았어요. 연결을 확인하고 다시 눌러 주세요.",
  },
  {
    staffSignIn: "Staff sign-in",
    signIn: "Sign in",
    signOut: "Sign out",
    username: "User name",
    password: "Password",
    roles: (role) => ({ owner: "Owner", manager: "Manager", staff: "Staff" })[role],

    title: "Orders",
    menu: "Menu",
    close: "Close",
    back: "Back",
    loading: "Loading…",
    loadFailed: "The board could not be loaded. Trying again.",
    retry: "Try again",
    working: "Working…",

    live: "Live",
    connecting: "Connecting…",
    reconnecting: (seconds) => `Reconnecting, ${seconds} s`,
    lost: "No connection",
    lostSince: (time) => `Lost · as of ${time}`,
    lostNotice: "The connection is lost. What you see may be out of date. Reconnecting.",
    soundOn: "Sound on",
    soundOff: "Turn sound on",

    paused: "Ordering is paused. Guests cannot order now.",
    pause: "Pause ordering",
    resume: "Resume ordering",

    unreachable: "The server did not answer. Check the connection and try again.",
  },
);
