using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatLeads.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Unreachable : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "GoneAt",
                table: "Conversations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Leads_OwnerId_Amount_SnoozedUntil",
                table: "Leads",
                columns: new[] { "OwnerId", "Amount", "SnoozedUntil" },
                filter: "\"Stage\" = 'Opportunity'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Leads_OwnerId_Amount_SnoozedUntil",
                table: "Leads");

            migrationBuilder.DropColumn(
                name: "GoneAt",
                table: "Conversations");
        }
    }
}
