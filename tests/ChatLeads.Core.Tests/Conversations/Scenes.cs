namespace ChatLeads.Core.Tests.Conversations;

/// <summary>Beginnings that several tests share.</summary>
internal static class Scenes
{
    /// <summary>All that makes a hot lead is said: only consent and contact data lack.</summary>
    public static Chat HotOpening() => new Chat().Says(
        "buenas, soy la gerente de una clínica dental en zaragoza, somos 14, nos duplica pacientes, queremos cambiar ya, tenemos 5000 al año",
        "es greet need authority=decides size=14 timeline=now budget=5000EUR/year location=Zaragoza role=gerente");

    public static Chat Consented() => HotOpening().Says("sí, de acuerdo", "es affirm");

    public static Chat HotLead() => Consented().Says("ana ruiz, 612 340 981", "- name=Ana_Ruiz phone=+34612340981");
}
