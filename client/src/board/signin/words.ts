import { dictionary } from "../../shared/words/dictionary";

export const signInWords = dictionary(
  {
    choosePassword: "나만의 비밀번호 정하기",
    chooseWhy: (username: string) => `${username}님, 지금 비밀번호는 다른 사람이 만든 것이에요. 나만 아는 비밀번호로 바꾸면 바로 시작할 수 있어요.`,
    chooseAndStart: "바꾸고 시작하기",
    newPassword: "새 비밀번호",
    again: "한 번 더",
    rule: "8자 이상, 숫자만은 안 돼요.",
    different: "두 번 적은 것이 서로 달라요.",
    present: "지금 비밀번호",
    change: "비밀번호 바꾸기",
    changeHint: "바꾸면 내가 로그인한 다른 기기는 로그아웃되고, 보드 PIN은 다시 정해야 해요.",
    changed: "비밀번호를 바꿨어요.",
    wrong: "지금 비밀번호가 맞지 않아요.",
  },
  {
    choosePassword: "Choose your own password",
    chooseWhy: (username) => `${username}, somebody else made your present password. Choose one that only you know, and you can start.`,
    chooseAndStart: "Change and start",
    newPassword: "New password",
    again: "Once more",
    rule: "At least 8 characters, and not only digits.",
    different: "The two are not the same.",
    present: "Present password",
    change: "Change my password",
    changeHint: "Your other devices will be signed out, and you set your board PIN anew.",
    changed: "Your password was changed.",
    wrong: "The present password is not right.",
  },
);
